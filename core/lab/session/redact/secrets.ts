/** The secrets of a session, each with the word that stands in for it wherever it is. */
import { createHash } from 'node:crypto';
import { edited, type Edit } from './edits.js';

/** Shorter ones are replaced where a secret stands, not wherever the letters occur. */
const SHORTEST_ANYWHERE = 4;
const MOST_TRIES = 10_000;

export class Secrets {
  private readonly words = new Map<string, string>();
  /** Replaced wherever they occur: the secret as it may be written, and the word. */
  private anywhere: [string, string][] = [];

  get size(): number {
    return this.words.size;
  }

  /** The word for a secret: as many bytes, so that what is sent takes as long and as many frames as it did. */
  invented(secret: string): string {
    if (secret === '') return '';
    const known = this.words.get(secret);
    if (known !== undefined) return known;
    const word = this.fresh(secret);
    this.words.set(secret, word);
    return word;
  }

  /** Gives new words, which no secret is part of, and says what may be replaced wherever it occurs. */
  settle(names: string): void {
    const secrets = [...this.words.keys()];
    this.words.clear();
    for (const secret of secrets) this.words.set(secret, '');
    for (const secret of secrets) this.words.set(secret, this.fresh(secret));
    const all = secrets.filter((secret) => secret.length >= SHORTEST_ANYWHERE && !names.includes(secret));
    // Of two secrets one of which is part of the other, the longer one first.
    all.sort((a, b) => b.length - a.length);
    this.anywhere = all.flatMap((secret) => this.writings(secret));
  }

  /** The text without any secret, however it is written there. */
  without(text: string): string {
    return edited(text, this.edits(text));
  }

  /** What `without` changes, but for what lies in `taken` already. */
  edits(text: string, taken: readonly Edit[] = []): Edit[] {
    const found: Edit[] = [];
    for (const [secret, word] of this.anywhere) {
      for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + 1)) {
        const end = start + secret.length;
        const isFree = ![...taken, ...found].some((other) => other.start < end && start < other.end);
        if (isFree) found.push({ start, end, text: word });
      }
    }
    return found;
  }

  /** The same for every text in a value of JSON; names of fields stay. */
  withoutIn<Value>(value: Value): Value {
    const clean = (part: unknown): unknown => {
      if (typeof part === 'string') return this.without(part);
      if (Array.isArray(part)) return part.map(clean);
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, clean(inner)]));
    };
    return clean(value) as Value;
  }

  private writings(secret: string): [string, string][] {
    const word = this.words.get(secret) ?? '';
    const forms = [secret, xmlEscaped(secret), Buffer.from(secret).toString('latin1'), javaEscaped(secret)];
    return [...new Set(forms)].map((form) => [form, word]);
  }

  private fresh(secret: string): string {
    const length = Buffer.byteLength(secret);
    const taken = new Set(this.words.values());
    const secrets = [...this.words.keys()].filter((other) => other.length >= SHORTEST_ANYWHERE);
    let word = '';
    for (let number = this.words.size; number < this.words.size + MOST_TRIES; number += 1) {
      word = lettersFrom(number, length);
      const again = word === secret || taken.has(word) || this.words.has(word);
      if (!again && !secrets.some((other) => word.includes(other))) break;
    }
    return word;
  }
}

function lettersFrom(number: number, length: number): string {
  let letters = '';
  for (let part = 0; letters.length < length; part += 1) {
    letters += createHash('sha256').update(`${number} ${part}`).digest('hex');
  }
  return letters.slice(0, length);
}

export function xmlEscaped(text: string): string {
  const escapes: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    "'": '&apos;',
    '"': '&quot;',
  };
  return text.replace(/[&<>'"]/g, (sign) => escapes[sign] ?? sign);
}

/** As it may stand in a properties file. */
function javaEscaped(text: string): string {
  return text.replace(/[\\:=#!]/g, (sign) => `\\${sign}`);
}
