import { Element } from './element.js';
import { CLUSTER_LIMITS, type XmlLimits } from './limits.js';
import type { TokenHandler } from './token-scanner.js';
import type { XmlError, XmlErrorCode, XmlRule } from './xml-error.js';
import { XmlTokenizer } from './xml-tokenizer.js';

/** One element, or why there is none; the offset of the error is an index into the text. */
export type ParsedElement =
  { readonly ok: true; readonly element: Element } | { readonly ok: false; readonly error: XmlError };

/** What every stream header of this product's links binds, so that `<stream:error/>` can be read on its own. */
const STREAM_PREFIXES = ['stream', 'db'];

/**
 * Reads one element that stands on its own: a stanza typed by a user or written in a scenario. White space around it
 * and an XML declaration before it are allowed, anything else is refused. The prefixes `stream` and `db` count as bound.
 */
export function parseElement(text: string, limits: XmlLimits = CLUSTER_LIMITS): ParsedElement {
  // Encoding would turn a lone surrogate into U+FFFD and hide the mistake.
  const surrogate = /\p{Surrogate}/u.exec(text);
  if (surrogate !== null) return refused('not-well-formed', 'illegal-character', surrogate.index);
  const root = new RootBuilder();
  const tokenizer = new XmlTokenizer(
    { limits, framing: 'element', inheritedPrefixes: STREAM_PREFIXES },
    root,
  );
  const bytes = Buffer.from(text, 'utf8');
  tokenizer.push(bytes);
  if (root.failed !== undefined) {
    const { code, ruleDetail, offset } = root.failed;
    return refused(code, ruleDetail, bytes.toString('utf8', 0, offset).length);
  }
  if (root.complete) return { ok: true, element: root.element };
  const empty = tokenizer.depth === 0 && tokenizer.between;
  return refused('not-well-formed', empty ? 'no-element' : 'unclosed-element', text.length);
}

function refused(code: XmlErrorCode, ruleDetail: XmlRule, offset: number): ParsedElement {
  return { ok: false, error: { code, ruleDetail, offset } };
}

class RootBuilder implements TokenHandler {
  failed: XmlError | undefined;
  complete = false;
  element = new Element('');
  private current: Element | undefined;

  open(name: string, attrs: Record<string, string>): void {
    const el = new Element(name);
    el.attrs = attrs;
    if (this.current === undefined) {
      this.element = el;
    } else {
      el.parent = this.current;
      this.current.children.push(el);
    }
    this.current = el;
  }

  text(text: string): void {
    this.current?.children.push(text);
  }

  close(level: number): void {
    this.current = this.current?.parent ?? undefined;
    if (level === 0) this.complete = true;
  }

  error(error: XmlError): void {
    this.failed = error;
  }
}
