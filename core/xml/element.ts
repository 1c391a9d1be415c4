import { Element } from 'ltx';

export { Element };

/** What an attribute may be set to; `undefined` leaves the attribute out. */
export type Attributes = Record<string, string | undefined>;

/**
 * Sets one attribute. A plain assignment would lose the (legal) name `__proto__`.
 */
export function setAttribute(attrs: Record<string, string>, name: string, value: string): void {
  if (name === '__proto__') {
    Object.defineProperty(attrs, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    attrs[name] = value;
  }
}

/**
 * Builds an element. Attributes that are `undefined` are left out; element children get the new element as
 * their parent (pass a clone of what stays elsewhere).
 */
export function element(name: string, attrs: Attributes = {}, ...children: (Element | string)[]): Element {
  const el = new Element(name);
  const own: Record<string, string> = {};
  for (const key of Object.keys(attrs)) {
    const value = attrs[key];
    if (value !== undefined) setAttribute(own, key, value);
  }
  el.attrs = own;
  for (const child of children) {
    if (child !== '') el.cnode(child);
  }
  return el;
}

/** The direct children that are elements, in order; text is left out. */
export function childElements(el: Element): Element[] {
  return el.children.filter((child): child is Element => typeof child !== 'string');
}

/**
 * The first direct child with this name.
 * @param name the name as written (`body`, `stream:error`); with `xmlns` a local name matches under any prefix
 * @param xmlns compared with the child's namespace, declared by itself or inherited
 */
export function childNamed(el: Element, name: string, xmlns?: string): Element | undefined {
  for (const child of el.children) {
    if (typeof child === 'string') continue;
    if (xmlns === undefined) {
      if (child.name === name) return child;
    } else if ((child.name === name || localName(child) === name) && xmlnsOf(child) === xmlns) {
      return child;
    }
  }
  return undefined;
}

/** The element's own text: its direct text children joined, the empty string where there are none. */
export function textOf(el: Element): string {
  let text = '';
  for (const child of el.children) {
    if (typeof child === 'string') text += child;
  }
  return text;
}

/**
 * The namespace of an element: the default namespace (or its prefix's) from the nearest declaration on itself or
 * an ancestor. A stanza fresh from the parser has no parent, so what its stream header declares is not seen.
 */
export function xmlnsOf(el: Element): string | undefined {
  const colon = el.name.indexOf(':');
  const declaration = colon < 0 ? 'xmlns' : `xmlns:${el.name.slice(0, colon)}`;
  for (let at: Element | null = el; at !== null; at = at.parent) {
    const value: unknown = Object.hasOwn(at.attrs, declaration) ? at.attrs[declaration] : undefined;
    // xmlns="" takes the default namespace away again (Namespaces in XML, 6.2).
    if (typeof value === 'string') return value === '' ? undefined : value;
  }
  return undefined;
}

/** A deep copy without a parent; a loop rather than recursion, so that nesting of any depth is safe. */
export function cloneElement(el: Element): Element {
  const copy = bareCopy(el);
  const work: [from: Element, to: Element][] = [[el, copy]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const [from, to] = pair;
    for (const child of from.children) {
      if (typeof child === 'string') {
        to.children.push(child);
      } else {
        work.push([child, to.cnode(bareCopy(child))]);
      }
    }
  }
  return copy;
}

function bareCopy(el: Element): Element {
  const copy = new Element(el.name);
  // A spread defines properties rather than assigning them: `__proto__` survives.
  copy.attrs = { ...el.attrs };
  return copy;
}

function localName(el: Element): string {
  return el.name.slice(el.name.indexOf(':') + 1);
}
