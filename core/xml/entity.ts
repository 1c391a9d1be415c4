import { isXmlChar } from './char-classes.js';
import type { XmlErrorCode, XmlRule } from './xml-error.js';

/** What a reference stands for, or why it is refused. */
export type EntityValue = { readonly text: string } | { readonly code: XmlErrorCode; readonly rule: XmlRule };

const PREDEFINED: Record<string, EntityValue | undefined> = {
  amp: { text: '&' },
  lt: { text: '<' },
  gt: { text: '>' },
  apos: { text: "'" },
  quot: { text: '"' },
};

/**
 * Resolves what stands between `&` and `;`: the five predefined entities and character references to legal
 * characters. Any other entity is restricted XML (RFC 6120 §11.1); what is no reference at all is a bare `&`.
 */
export function resolveEntity(name: string): EntityValue {
  if (Object.hasOwn(PREDEFINED, name)) return PREDEFINED[name] ?? bare;
  if (name.startsWith('#')) return characterReference(name);
  return /^[A-Za-z_\x80-\uffff]/.test(name) && !name.includes('#')
    ? { code: 'restricted-xml', rule: 'undefined-entity' }
    : bare;
}

const bare: EntityValue = { code: 'not-well-formed', rule: 'bare-ampersand' };

function characterReference(name: string): EntityValue {
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (match === null) return bare;
  const code = match[1] === undefined ? parseInt(match[2] ?? '', 10) : parseInt(match[1], 16);
  return isXmlChar(code)
    ? { text: String.fromCodePoint(code) }
    : { code: 'not-well-formed', rule: 'illegal-character' };
}
