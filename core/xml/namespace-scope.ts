import type { XmlRule } from './xml-error.js';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** The prefixes in force at one place of a stream (Namespaces in XML 1.0). */
export class NamespaceScope {
  private readonly inherited: readonly string[];
  private readonly uris = new Map<string, string[]>();
  private readonly declared: { level: number; prefix: string }[] = [];

  /** @param inherited prefixes that count as bound from outside, such as `stream` for a stanza on its own */
  constructor(inherited: readonly string[] = []) {
    this.inherited = inherited;
    this.reset();
  }

  reset(): void {
    this.declared.length = 0;
    this.uris.clear();
    this.uris.set('xml', [XML_NAMESPACE]);
    for (const prefix of this.inherited) this.uris.set(prefix, [`inherited:${prefix}`]);
  }

  /**
   * Takes in the declarations of a start tag and checks every prefix it uses.
   * @param level the depth of the element; hand it to `leave` at its end tag
   */
  enter(level: number, name: string, attrs: Record<string, string>): XmlRule | undefined {
    const prefixed: string[] = [];
    for (const key of Object.keys(attrs)) {
      if (key.startsWith('xmlns:')) {
        if (!this.declare(level, key.slice(6), attrs[key] ?? '')) return 'bad-namespace-declaration';
      } else if (key.includes(':')) {
        prefixed.push(key);
      }
    }
    if (name.includes(':') && this.uriOf(name) === undefined) return 'unbound-prefix';
    return this.checkAttributes(prefixed);
  }

  /** Forgets what the element at this level declared. */
  leave(level: number): void {
    for (let last = this.declared.at(-1); last?.level === level; last = this.declared.at(-1)) {
      this.uris.get(last.prefix)?.pop();
      this.declared.pop();
    }
  }

  private declare(level: number, prefix: string, uri: string): boolean {
    // XML Names §2.2 and §3: `xml` keeps its name, `xmlns` is never declared, a prefix cannot be undeclared in 1.0.
    if (prefix === 'xmlns' || uri === '' || uri === XMLNS_NAMESPACE) return false;
    if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) return false;
    const stack = this.uris.get(prefix);
    if (stack === undefined) this.uris.set(prefix, [uri]);
    else stack.push(uri);
    this.declared.push({ level, prefix });
    return true;
  }

  private checkAttributes(prefixed: string[]): XmlRule | undefined {
    const seen = new Set<string>();
    for (const key of prefixed) {
      const uri = this.uriOf(key);
      if (uri === undefined) return 'unbound-prefix';
      // XML Names §6.3: two prefixes for one namespace make the same attribute twice.
      seen.add(`${key.slice(key.indexOf(':') + 1)} ${uri}`);
    }
    return seen.size === prefixed.length ? undefined : 'duplicate-attribute';
  }

  private uriOf(name: string): string | undefined {
    return this.uris.get(name.slice(0, name.indexOf(':')))?.at(-1);
  }
}
