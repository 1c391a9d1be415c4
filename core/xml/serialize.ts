import { Element } from './element.js';

const MARKUP: Record<string, string | undefined> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes for text and for attribute values in either kind of quotes. */
export function escapeXml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => MARKUP[char] ?? char) : text;
}

/** Escapes for text alone: quotes stay, as in what Tigase and ltx write. */
function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (char) => MARKUP[char] ?? char) : text;
}

/** A start tag, as for a stream header: `<name a="b">`. Attributes that are undefined are left out. */
export function openTag(name: string, attrs: Readonly<Record<string, string | undefined>> = {}): string {
  return `<${name}${attributes(attrs)}>`;
}

/**
 * An element as XML text, on one line, without a declaration. A loop rather than recursion: nesting of any depth is
 * safe. Characters that XML cannot carry are written as they are; the receiver's parser refuses them.
 */
export function serialize(el: Element): string {
  const open: { el: Element; next: number }[] = [];
  let out = startTag(el);
  if (el.children.length > 0) open.push({ el, next: 0 });
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { children, name } = top.el;
    if (top.next === children.length) {
      out += `</${name}>`;
      open.pop();
      continue;
    }
    const child = children[top.next];
    top.next += 1;
    if (child instanceof Element) {
      out += startTag(child);
      if (child.children.length > 0) open.push({ el: child, next: 0 });
    } else if (child !== undefined && child !== null) {
      out += escapeText(String(child));
    }
  }
  return out;
}

function startTag(el: Element): string {
  return `<${el.name}${attributes(el.attrs)}${el.children.length === 0 ? '/>' : '>'}`;
}

function attributes(attrs: Readonly<Record<string, unknown>>): string {
  let out = '';
  for (const name of Object.keys(attrs)) {
    const value = attrs[name];
    if (value !== undefined && value !== null) out += ` ${name}="${escapeXml(String(value))}"`;
  }
  return out;
}
