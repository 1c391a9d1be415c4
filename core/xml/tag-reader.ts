import {
  DOUBLE_QUOTED_STOP,
  ENTITY_STOP,
  isQName,
  isSpace,
  NAME_STOP,
  SINGLE_QUOTED_STOP,
  startsName,
} from './char-classes.js';
import { setAttribute } from './element.js';
import { resolveEntity } from './entity.js';
import { NO_MARK, TokenScanner } from './token-scanner.js';
import {
  AFTER_VALUE,
  AMP,
  ATTRIBUTE_NAME,
  END_NAME,
  END_SPACE,
  ENTITY,
  EQUALS,
  GT,
  IN_TAG,
  LT,
  NAME,
  QUOTE,
  SLASH,
  TEXT,
  VALUE,
} from './tokenizer-state.js';

/** Reads what stands between `<` and `>`, and references, which stand in values as well as in text. */
export abstract class TagReader extends TokenScanner {
  /** Names of the open elements, the root first. */
  protected names: string[] = [];
  protected tagName = '';
  protected attrs: Record<string, string> = {};
  /** Whether the open tag uses or declares a prefix. */
  protected prefixes = false;
  /** The finished front of a text or value that goes on after a reference or a CDATA section. */
  protected front = '';
  private frontSize = 0;
  private entityIn = TEXT;
  private attributeName = '';
  private attributeCount = 0;
  private valueStop = DOUBLE_QUOTED_STOP;

  /** The start tag ends at the next byte. */
  protected abstract finishStartTag(selfClosing: boolean): void;
  /** The end tag of the innermost element has been read. */
  protected abstract closeElement(): void;

  protected override forget(): void {
    super.forget();
    this.front = '';
  }

  protected beginStartTag(): void {
    this.attrs = {};
    this.attributeCount = 0;
    this.prefixes = false;
    this.begin(NAME);
  }

  protected stepInTag(): void {
    switch (this.state) {
      case NAME:
        return this.readName();
      case AFTER_VALUE:
      case IN_TAG:
        return this.readInTag();
      case ATTRIBUTE_NAME:
        return this.readAttributeName();
      case EQUALS:
        return this.readEquals();
      case QUOTE:
        return this.readQuote();
      case VALUE:
        return this.readValue();
      case SLASH:
        return this.chunk.charCodeAt(this.pos) === GT ? this.finishStartTag(true) : this.malformed('bad-tag');
      case END_NAME:
        return this.readEndName();
      default:
        return this.readEndSpace();
    }
  }

  protected startEntity(within: number): void {
    this.front += this.take();
    this.frontSize = this.size;
    this.entityIn = within;
    this.pos += 1;
    this.begin(ENTITY);
  }

  protected readEntity(): void {
    const stop = this.scan(ENTITY_STOP, this.limits.maxNameChars, 'maxNameChars');
    if (stop < 0) return;
    if (stop !== 0x3b) return this.malformed('bare-ampersand');
    const value = resolveEntity(this.take());
    if ('rule' in value) return this.fail(value.code, value.rule);
    this.pos += 1;
    this.front += value.text;
    this.begin(this.entityIn);
    this.size = this.frontSize + value.text.length;
    const inText = this.entityIn === TEXT;
    const limit = inText ? this.limits.maxTextChars : this.limits.maxAttributeValueChars;
    if (this.size > limit) this.fail('too-large', inText ? 'maxTextChars' : 'maxAttributeValueChars');
  }

  /** The name that ends here, or undefined when it goes on or was refused. */
  private scanName(): string | undefined {
    const stop = this.scan(NAME_STOP, this.limits.maxNameChars, 'maxNameChars');
    if (stop < 0) return undefined;
    const name = this.take();
    if (isQName(name)) return name;
    this.malformed('bad-name');
    return undefined;
  }

  private readName(): void {
    const name = this.scanName();
    if (name === undefined) return;
    this.tagName = name;
    if (name.includes(':')) this.prefixes = true;
    this.state = AFTER_VALUE;
  }

  private readInTag(): void {
    const code = this.chunk.charCodeAt(this.pos);
    if (code === GT) this.finishStartTag(false);
    else if (isSpace(code)) {
      this.state = IN_TAG;
      this.pos += 1;
    } else if (code === 0x2f) {
      this.state = SLASH;
      this.pos += 1;
    } else if (!startsName(code)) this.malformed('bad-tag');
    else if (this.state === AFTER_VALUE) this.malformed('missing-space');
    else this.begin(ATTRIBUTE_NAME);
  }

  private readAttributeName(): void {
    const name = this.scanName();
    if (name === undefined) return;
    if (Object.hasOwn(this.attrs, name)) return this.malformed('duplicate-attribute');
    if (this.attributeCount >= this.limits.maxAttributes) return this.fail('too-large', 'maxAttributes');
    this.attributeCount += 1;
    this.attributeName = name;
    if (name.includes(':')) this.prefixes = true;
    this.state = EQUALS;
  }

  private readEquals(): void {
    const code = this.chunk.charCodeAt(this.pos);
    if (code === 0x3d) this.state = QUOTE;
    else if (!isSpace(code)) return this.malformed('attribute-without-value');
    this.pos += 1;
  }

  private readQuote(): void {
    const code = this.chunk.charCodeAt(this.pos);
    if (code !== 0x22 && code !== 0x27) {
      if (!isSpace(code)) return this.malformed('attribute-without-quotes');
      this.pos += 1;
      return;
    }
    this.valueStop = code === 0x22 ? DOUBLE_QUOTED_STOP : SINGLE_QUOTED_STOP;
    this.pos += 1;
    this.begin(VALUE);
  }

  private readValue(): void {
    const stop = this.scan(this.valueStop, this.limits.maxAttributeValueChars, 'maxAttributeValueChars');
    if (stop < 0) return;
    if (stop === AMP) return this.startEntity(VALUE);
    if (stop === LT) return this.malformed('less-than-in-attribute');
    if (stop !== 0x22 && stop !== 0x27) return this.malformed('illegal-character');
    setAttribute(this.attrs, this.attributeName, this.front + this.take());
    this.front = '';
    this.pos += 1;
    this.state = AFTER_VALUE;
  }

  private readEndName(): void {
    const name = this.names.at(-1) ?? '';
    const after = this.pos + name.length;
    // Nearly always the whole end tag is here: compare in place. Anything else takes the long way.
    if (this.saved === '' && after < this.end && this.mark === this.pos) {
      if (this.chunk.charCodeAt(after) === GT && this.chunk.startsWith(name, this.pos)) {
        this.mark = NO_MARK;
        this.pos = after + 1;
        return this.closeElement();
      }
    }
    if (this.scan(NAME_STOP, this.limits.maxNameChars, 'maxNameChars') < 0) return;
    if (this.take() !== name) return this.malformed('mismatched-end-tag');
    this.state = END_SPACE;
  }

  private readEndSpace(): void {
    const code = this.chunk.charCodeAt(this.pos);
    if (code !== GT && !isSpace(code)) return this.malformed('bad-tag');
    this.pos += 1;
    if (code === GT) this.closeElement();
  }
}
