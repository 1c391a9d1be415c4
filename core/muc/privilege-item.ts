/** One `<item/>` of a muc#admin request (XEP-0045 §9). */
import type { Jid } from '#core/shared/xmpp/jid.js';
import { childNamed, textOf, type Element } from '#core/xml/element.js';
import type { Affiliation } from './affiliations.js';
import type { Role } from './roles.js';

/** Who asks, as the room knows him. */
export interface Actor {
  readonly jid: Jid;
  readonly affiliation: Affiliation;
  /** `none` when not inside. */
  readonly role: Role;
}

export interface RoleItem {
  readonly role: Role;
  readonly nick: string;
  readonly reason: string | undefined;
}

export interface AffiliationItem {
  readonly affiliation: Affiliation;
  readonly bareJid: string;
  readonly reason: string | undefined;
}

export function itemAttribute(item: Element, name: string): string | undefined {
  const value: unknown = item.attrs[name];
  return typeof value === 'string' ? value : undefined;
}

export function itemReason(item: Element): string | undefined {
  const reason = childNamed(item, 'reason');
  return reason && textOf(reason);
}
