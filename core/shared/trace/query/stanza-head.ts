/** Name and attributes of the outermost element of a frame, read from its text without a parser. */
export type StanzaPart = 'name' | 'id' | 'from' | 'to' | 'type';

const NAME = /^\s*<([^\s/>?!]+)/;
const ATTRIBUTE = /\s(id|from|to|type)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Attributes further in than this are not looked for. */
const LONGEST_HEAD = 2000;

/** Undefined when the text is no element. */
export function stanzaHead(text: string): Partial<Record<StanzaPart, string>> | undefined {
  const name = NAME.exec(text)?.[1];
  if (name === undefined) return undefined;
  const parts: Partial<Record<StanzaPart, string>> = { name };
  for (const [, key, double, single] of headOf(text).matchAll(ATTRIBUTE)) {
    parts[key as StanzaPart] ??= unescaped(double ?? single ?? '');
  }
  return parts;
}

/** The text up to the `>` that ends the first tag; one inside quotes does not. */
function headOf(text: string): string {
  let quote = '';
  const last = Math.min(text.length, LONGEST_HEAD);
  for (let index = 0; index < last; index += 1) {
    const sign = text[index] ?? '';
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return text.slice(0, index);
  }
  return text.slice(0, last);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
