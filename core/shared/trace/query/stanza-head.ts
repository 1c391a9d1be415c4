/** Name and attributes of the outermost element of a frame, read from its text without a parser. */
export type StanzaPart = 'name' | 'id' | 'from' | 'to' | 'type';

const NAME = /\s*<([^\s/>?!]+)/y;
/** The next attribute: where none follows, the tag is at its end. */
const ATTRIBUTE = /\s+([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const WANTED: ReadonlySet<string> = new Set(['id', 'from', 'to', 'type']);

/** Undefined when the text is no element. */
export function stanzaHead(text: string): Partial<Record<StanzaPart, string>> | undefined {
  NAME.lastIndex = 0;
  const name = NAME.exec(text)?.[1];
  if (name === undefined) return undefined;
  const parts: Partial<Record<StanzaPart, string>> = { name };
  ATTRIBUTE.lastIndex = NAME.lastIndex;
  for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
    const key = found[1] ?? '';
    if (WANTED.has(key)) parts[key as StanzaPart] ??= unescaped(found[2] ?? found[3] ?? '');
  }
  return parts;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text or attribute value without its entities. */
export function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
