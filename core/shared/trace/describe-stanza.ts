/** A frame in a few words, so that a list can be read: what it is, what it says, and from whom to whom. */

/** Characters of a frame that are looked at: lists show one line. */
const LOOKED_AT = 4000;
const SHOWN = 160;

/** `message chat · “Hello” · alice@a/lab → bob@a`; something that is no element is shown as it is. */
export function describeStanza(xml: string): string {
  const text = xml.slice(0, LOOKED_AT);
  const head = /^\s*<(\/?)([^\s/>]+)([^>]*)>?/.exec(text);
  if (!head) return shorten(text);
  const [all, slash, name = '', attributes = ''] = head;
  if (slash) return `</${name}>`;
  const attr = (wanted: string): string => attribute(attributes, wanted);
  const inside = text.slice(all.length);
  return [
    [name, attr('type')].filter(Boolean).join(' '),
    name === 'cluster' ? methodOf(inside) : contentOf(name, inside),
    route(attr('from'), attr('to')),
  ]
    .filter(Boolean)
    .join(' · ');
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return plain(found?.[1] ?? found?.[2] ?? '');
}

function route(from: string, to: string): string {
  if (from && to) return `${from} → ${to}`;
  if (to) return `→ ${to}`;
  return from ? `${from} →` : '';
}

function methodOf(inside: string): string {
  return /<method(?:-call)?\s[^>]*?name\s*=\s*["']([^"']+)/.exec(inside)?.[1] ?? '';
}

/** What the stanza says: its body or subject, or else the element in it. */
function contentOf(name: string, inside: string): string {
  const said = /<(body|subject)[^>]*>([^<]*)</.exec(inside);
  if (name === 'message' && said) return `“${shorten(plain(said[2] ?? ''))}”`;
  const child = /^\s*<([^\s/>]+)([^>]*)>/.exec(inside);
  if (!child) return shorten(plain(inside.replace(/<\/.*$/s, '')));
  const namespace = attribute(child[2] ?? '', 'xmlns');
  return namespace ? `${child[1]} ${namespace}` : (child[1] ?? '');
}

function plain(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (all, name: string) => named[name] ?? all);
}

export function shorten(text: string): string {
  const line = text
    .slice(0, 2 * SHOWN)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
