/**
 * Reads so much of a frame as is needed to compare two of them: the stanza's name, attributes and children. What is on
 * a wire is well-formed, or a fault has made it so; anything else gives undefined, and nothing is compared.
 */

export interface StanzaShape {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Each with its name, its namespace (empty: the stanza's own) and its whole text. */
  children: readonly { name: string; xmlns: string; text: string }[];
  /** Text between its children, as it stands. */
  content: string;
}

/** A wrapper and the stanza in it. */
export interface Unwrapped {
  wrapper: 'cluster' | 'route' | undefined;
  /** Whether there was anything in the wrapper. */
  stanza: StanzaShape | undefined;
}

const TAG = /<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The shape of the one element that `text` is; undefined: it is none. */
export function shapeOf(text: string): StanzaShape | undefined {
  const tags = text.matchAll(TAG);
  const first = tags.next().value;
  if (!first || first[1] !== '' || text.slice(0, first.index).trim() !== '') return undefined;
  const [all, , name = '', attributes = '', empty] = first;
  const shape = { name, attributes: attributesOf(attributes), children: [], content: '' };
  if (empty === '/') return shape;
  return inside(shape, text, first.index + all.length, tags);
}

function inside(
  shape: Pick<StanzaShape, 'name' | 'attributes'>,
  text: string,
  start: number,
  tags: IterableIterator<RegExpExecArray>,
): StanzaShape | undefined {
  const children: { name: string; xmlns: string; text: string }[] = [];
  let [depth, from, after, content] = [1, start, start, ''];
  let opened = { name: '', xmlns: '' };
  for (const tag of tags) {
    const [all, end, name = '', attributes = '', empty] = tag;
    if (end === '' && depth === 1) {
      content += text.slice(after, tag.index);
      from = tag.index;
      opened = { name, xmlns: attributesOf(attributes).get('xmlns') ?? '' };
    }
    if (end === '/') depth -= 1;
    else if (empty !== '/') depth += 1;
    if (depth === 0) return { ...shape, children, content: content + text.slice(after, tag.index) };
    if (depth > 1) continue;
    after = tag.index + all.length;
    children.push({ ...opened, text: text.slice(from, after) });
  }
  return undefined;
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', one, other]) => [name, one ?? other ?? '']),
  );
}

/** The stanza of a frame, taken out of the `<cluster>` (§5.5) or `<route>` (§4.5) that it travels in. */
export function unwrap(text: string): Unwrapped {
  const outer = shapeOf(text);
  if (outer?.name === 'route') return { wrapper: 'route', stanza: shapeOf(outer.children[0]?.text ?? '') };
  if (outer?.name !== 'cluster') return { wrapper: undefined, stanza: outer };
  const data = shapeOf(outer.children.find(({ name }) => name === 'data')?.text ?? '');
  return { wrapper: 'cluster', stanza: shapeOf(data?.children[0]?.text ?? '') };
}

/** `message groupchat`, `presence`, `cluster packet-forward-sm-cmd` when there is no stanza in it. */
export function summaryOf(text: string): string {
  const { stanza } = unwrap(text);
  if (!stanza)
    return /<method-call\s[^>]*?name="([^"]+)"/.exec(text)?.[1] ?? /^<([^\s/>]+)/.exec(text)?.[1] ?? '';
  const type = stanza.attributes.get('type');
  return type === undefined ? stanza.name : `${stanza.name} ${type}`;
}
