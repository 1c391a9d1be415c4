/** Presences as a room sends them: from room/nick, with the item that tells affiliation and role (XEP-0045 §7.2). */
import { NS_MUC, NS_MUC_USER } from '#core/shared/xmpp/namespaces.js';
import { childElements, cloneElement, element, xmlnsOf, type Element } from '#core/xml/element.js';
import type { Affiliation } from './affiliations.js';
import { anonymity } from './features/anonymity.js';
import { enableLogging } from './features/enable-logging.js';
import type { MucSettings } from './muc-settings.js';
import type { Role } from './roles.js';
import type { Room } from './room.js';

const NS_CAPS = 'http://jabber.org/protocol/caps';
const FILTERED_KEEP = new Set(['show', 'status', 'priority']);

/** Of whom a presence speaks. */
export interface Described {
  readonly nick: string;
  readonly affiliation: Affiliation;
  readonly role: Role;
  /** Real JIDs to be shown: none when the receiver may not see them. */
  readonly jids: readonly string[];
}

export interface PresenceParts {
  readonly from: string;
  readonly to: string;
  readonly who: Described;
  /** What the occupant sent; without it the presence is `unavailable`. */
  readonly base?: Element | undefined;
  readonly codes?: readonly string[];
  /** Children of the items: actor, reason. */
  readonly inItem?: readonly Element[];
  /** Children of `<x/>` between items and codes: destroy. */
  readonly inX?: readonly Element[];
}

export function roomPresence(parts: PresenceParts): Element {
  const { base, from, to, who, codes = [], inItem = [], inX = [] } = parts;
  const presence = base ? cloneElement(base) : element('presence', { type: 'unavailable' });
  presence.attrs = { ...(presence.attrs as Record<string, string>), from, to };
  const jids: readonly (string | undefined)[] = who.jids.length > 0 ? who.jids : [undefined];
  const { affiliation, role, nick } = who;
  presence.cnode(
    element(
      'x',
      { xmlns: NS_MUC_USER },
      ...jids.map((jid) => element('item', { affiliation, role, nick, jid }, ...inItem.map(cloneElement))),
      ...inX.map(cloneElement),
      ...codes.map((code) => element('status', { code })),
    ),
  );
  return presence;
}

/**
 * What is kept of an occupant's presence and shown to the others: the id too (M20), never a type, and nothing that
 * would look like the room's own word.
 */
export function keptPresence(stanza: Element, settings: MucSettings): Element {
  const attrs = stanza.attrs as Record<string, string | undefined>;
  const kept = element('presence', { id: attrs['id'], 'xml:lang': attrs['xml:lang'] });
  for (const child of childElements(stanza)) {
    const xmlns = xmlnsOf(child);
    if (xmlns === NS_MUC || xmlns === NS_MUC_USER) continue;
    // §8.1 `presence-filter-enabled`.
    const passes = FILTERED_KEEP.has(child.name) || xmlns === NS_CAPS;
    if (passes || !settings.filterPresences) kept.cnode(cloneElement(child));
  }
  return kept;
}

/** Status codes of an occupant's own presence, in the order that was seen (§8.3, M18). */
export function selfCodes(room: Room, created: boolean): string[] {
  const codes = ['110'];
  if (room.config.get(anonymity) === 'nonanonymous') codes.push('100');
  if (room.config.get(enableLogging)) codes.push('170');
  if (created) codes.push('201');
  return codes;
}
