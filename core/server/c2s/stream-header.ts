/** What a client's stream header is checked for (§7.2, behaviour S01a). */
import type { Profile } from '#core/component/node-context.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import type { StreamErrorCondition } from '#core/shared/xmpp/stream-errors.js';
import type { Element } from '#core/xml/element.js';

/** The virtual host that is meant, or the stream error that the header gets. */
export type HeaderVerdict = { domain: string } | { refusal: StreamErrorCondition };

/** Neither namespaces nor version are looked at, as in the original. */
export function judgeHeader(
  header: Element,
  virtualHosts: readonly string[],
  profile: Profile,
): HeaderVerdict {
  const { to, from } = header.attrs as Record<string, string | undefined>;
  if (to === undefined) return { refusal: 'improper-addressing' };
  if (from !== undefined && parseJid(from) === undefined) return { refusal: 'improper-addressing' };
  // S01a: 5.2 compares as written, 7.1 takes any case.
  const domain = profile === '7.1' ? to.toLowerCase() : to;
  return virtualHosts.includes(domain) ? { domain } : { refusal: 'host-unknown' };
}
