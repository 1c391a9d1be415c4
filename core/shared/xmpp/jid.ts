/**
 * JIDs (RFC 7622 shape) as Tigase's `simple` stringprep leaves them: local part and domain lower-cased,
 * resource untouched. Parsing is on the path of every stanza, so results are kept in a small bounded cache.
 */

/** An immutable JID. `bare` is `local@domain` (or the domain), `full` adds `/resource` when there is one. */
export class Jid {
  readonly local: string | undefined;
  readonly domain: string;
  readonly resource: string | undefined;
  readonly bare: string;
  readonly full: string;

  constructor(local: string | undefined, domain: string, resource: string | undefined) {
    this.local = local;
    this.domain = domain;
    this.resource = resource;
    this.bare = local === undefined ? domain : `${local}@${domain}`;
    this.full = resource === undefined ? this.bare : `${this.bare}/${resource}`;
    Object.freeze(this);
  }

  /** The text that goes on the wire; the same as `full`. */
  toString(): string {
    return this.full;
  }
}

/** RFC 7622 §3.2–§3.4: each part is at most 1023 octets of UTF-8. */
const MAX_OCTETS = 1023;
/** RFC 7622 §3.3.1 names the printable ones; blanks and controls are outside UsernameCaseMapped anyway. */
const LOCAL_FORBIDDEN = /["&'/:<>@\s\p{Cc}]/u;
const DOMAIN_FORBIDDEN = /["&'/<>@\s\p{Cc}\\]/u;
const RESOURCE_FORBIDDEN = /\p{Cc}/u;
const IPV6_DOMAIN = /^\[[0-9a-f:.]+\]$/;

const GENERATION_SIZE = 2048;
let recent = new Map<string, Jid>();
let older = new Map<string, Jid>();

/**
 * Reads a JID. Returns undefined when the text has not the shape of one (empty part, forbidden character, a part
 * longer than 1023 octets); never throws. Equal texts usually give the identical object.
 */
export function parseJid(text: string): Jid | undefined {
  const known = recent.get(text) ?? older.get(text);
  if (known !== undefined) return known;
  const jid = readJid(text);
  if (jid !== undefined) remember(text, jid);
  return jid;
}

/** The bare form of a JID text, lower-cased; undefined when it is not a JID. */
export function bareOf(text: string): string | undefined {
  return parseJid(text)?.bare;
}

/** Two generations make a bounded cache that keeps what is used, without the cost of an exact LRU. */
function remember(text: string, jid: Jid): void {
  if (recent.size >= GENERATION_SIZE) {
    older = recent;
    recent = new Map();
  }
  recent.set(text, jid);
}

function readJid(text: string): Jid | undefined {
  const slash = text.indexOf('/');
  const address = slash === -1 ? text : text.slice(0, slash);
  const resource = slash === -1 ? undefined : text.slice(slash + 1);
  const at = address.indexOf('@');
  const local = at === -1 ? undefined : address.slice(0, at).toLowerCase();
  const domain = readDomain(at === -1 ? address : address.slice(at + 1));
  if (domain === undefined) return undefined;
  if (local !== undefined && !isPart(local, LOCAL_FORBIDDEN)) return undefined;
  if (resource !== undefined && !isPart(resource, RESOURCE_FORBIDDEN)) return undefined;
  return new Jid(local, domain, resource);
}

function readDomain(text: string): string | undefined {
  const lower = text.toLowerCase();
  // RFC 7622 §3.2: a final dot of a fully qualified name is stripped before anything else.
  const domain = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  if (!isPart(domain, DOMAIN_FORBIDDEN) || domain.startsWith('.') || domain.includes('..')) return undefined;
  if (/[[\]:]/.test(domain) && !IPV6_DOMAIN.test(domain)) return undefined;
  return domain;
}

function isPart(part: string, forbidden: RegExp): boolean {
  if (part.length === 0 || part.length > MAX_OCTETS) return false;
  if (part.length * 3 > MAX_OCTETS && utf8Length(part) > MAX_OCTETS) return false;
  return !forbidden.test(part);
}

function utf8Length(text: string): number {
  let octets = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return octets;
}
