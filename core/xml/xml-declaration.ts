import { isSpace } from './char-classes.js';
import type { XmlErrorCode, XmlRule } from './xml-error.js';

/** A refusal: the kind and the rule. */
export interface Refusal {
  readonly code: XmlErrorCode;
  readonly rule: XmlRule;
}

/** No declaration needs more; it is the only token that is gathered before it is judged. */
export const MAX_DECLARATION_CHARS = 256;

const OPENING = '<?xml';
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:'1\.\d+'|"1\.\d+")(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:'([A-Za-z][\w.-]*)'|"([A-Za-z][\w.-]*)"))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:'(?:yes|no)'|"(?:yes|no)"))?[ \t\r\n]*\?>$/;

const INSTRUCTION: Refusal = { code: 'restricted-xml', rule: 'processing-instruction' };
const BAD: Refusal = { code: 'not-well-formed', rule: 'bad-declaration' };

/**
 * Judges `<?…` while it grows, after each byte.
 * @param soFar everything from `<?` on, the newest byte last
 * @returns `more`, `done`, or why it is refused
 */
export function judgeDeclaration(soFar: string): 'more' | 'done' | Refusal {
  const length = soFar.length;
  if (length <= OPENING.length) return OPENING.startsWith(soFar) ? 'more' : INSTRUCTION;
  if (length === OPENING.length + 1) {
    const code = soFar.charCodeAt(length - 1);
    if (isSpace(code)) return 'more';
    return code === 0x3f ? BAD : INSTRUCTION;
  }
  if (soFar.endsWith('?>')) return judgeComplete(soFar);
  if (soFar.endsWith('<') || soFar.endsWith('>') || length >= MAX_DECLARATION_CHARS) return BAD;
  return 'more';
}

function judgeComplete(declaration: string): 'done' | Refusal {
  const match = DECLARATION.exec(declaration);
  if (match === null) return BAD;
  const encoding = match[1] ?? match[2] ?? 'UTF-8';
  // RFC 6120 §11.6: UTF-8 and nothing else.
  return /^utf-?8$/i.test(encoding) ? 'done' : { code: 'unsupported-encoding', rule: 'encoding-not-utf8' };
}
