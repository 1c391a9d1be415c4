/** What is not the same in two frames of one journey. */
import { unwrap, type StanzaShape } from './stanza-shape.js';

export interface StanzaChange {
  /**
   * `element`: another name; `attribute` and `child`: added (no `before`), taken away (no `after`) or changed; `text`: what
   * stands between the children; `wrapped` and `unwrapped`: in a `<cluster>` or a `<route>`.
   */
  what: 'element' | 'attribute' | 'child' | 'text' | 'wrapped' | 'unwrapped';
  name: string;
  before?: string;
  after?: string;
}

/** Changes from one frame to the next, in the order of the stanza: wrapper, name, attributes, children, text. */
export function stanzaChanges(before: string, after: string): StanzaChange[] {
  const [was, is] = [unwrap(before), unwrap(after)];
  const changes: StanzaChange[] = [];
  if (was.wrapper !== is.wrapper) {
    if (was.wrapper) changes.push({ what: 'unwrapped', name: was.wrapper });
    if (is.wrapper) changes.push({ what: 'wrapped', name: is.wrapper });
  }
  if (!was.stanza || !is.stanza) return changes;
  return [...changes, ...between(was.stanza, is.stanza)];
}

function between(was: StanzaShape, is: StanzaShape): StanzaChange[] {
  const changes: StanzaChange[] = [];
  if (was.name !== is.name)
    changes.push({ what: 'element', name: is.name, before: was.name, after: is.name });
  for (const [name, before] of was.attributes) {
    const after = is.attributes.get(name);
    if (after !== before)
      changes.push({ what: 'attribute', name, before, ...(after === undefined ? {} : { after }) });
  }
  for (const [name, after] of is.attributes)
    if (!was.attributes.has(name)) changes.push({ what: 'attribute', name, after });
  changes.push(...children(was, is));
  if (was.content.trim() !== is.content.trim())
    changes.push({ what: 'text', name: is.name, before: was.content, after: is.content });
  return changes;
}

/** Children are the same when name and namespace are; of several alike, one after the other. */
function children(was: StanzaShape, is: StanzaShape): StanzaChange[] {
  const changes: StanzaChange[] = [];
  const left = [...is.children];
  for (const child of was.children) {
    const index = left.findIndex(({ name, xmlns }) => name === child.name && xmlns === child.xmlns);
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (!same) changes.push({ what: 'child', name: child.name, before: child.text });
    else if (same.text !== child.text)
      changes.push({ what: 'child', name: child.name, before: child.text, after: same.text });
  }
  for (const child of left) changes.push({ what: 'child', name: child.name, after: child.text });
  return changes;
}
