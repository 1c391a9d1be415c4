/** Where a command writes: results to stdout, sentences to stderr. A reader that has gone does not stop anybody. */
import { renderText, type Language, type TextParams } from '#core/shared/text/render.js';
import type { TextKey } from '#core/shared/text/en.js';

/** The part of a stream that is needed. */
export interface TextStream {
  write(text: string, written?: () => void): unknown;
  /** Whether it is a terminal. */
  isTTY?: boolean;
  on(event: 'error', hear: (error: Error) => void): unknown;
}

export class Output {
  readonly lang: Language;
  private readonly streams: { stdout: TextStream; stderr: TextStream };
  private readonly broken = new Set<TextStream>();

  constructor(lang: Language, streams: { stdout: TextStream; stderr: TextStream }) {
    this.lang = lang;
    this.streams = streams;
    // EPIPE, as after `cluster-lab … | head -1`: what is written there from then on is lost, and that is all.
    for (const stream of [streams.stdout, streams.stderr]) stream.on('error', () => this.broken.add(stream));
  }

  /** A line of the result. */
  line(text: string): void {
    this.write(this.streams.stdout, `${text}\n`);
  }

  /** A line for the person who called. */
  note(text: string): void {
    this.write(this.streams.stderr, `${text}\n`);
  }

  /** Whether a line for the person who called can be written over. */
  get overwrites(): boolean {
    return this.streams.stderr.isTTY === true;
  }

  /** A line that takes the place of the one before; where that cannot be, one more line. An empty one clears it. */
  overwrite(text: string): void {
    if (this.overwrites) this.write(this.streams.stderr, `\r\u001b[K${text}`);
    else if (text !== '') this.note(text);
  }

  /** A sentence for the person who called. */
  say(key: TextKey, params: TextParams = {}): void {
    this.note(`cluster-lab: ${this.text(key, params)}`);
  }

  text(key: TextKey, params: TextParams = {}): string {
    return renderText(this.lang, key, params);
  }

  /** Resolves when everything written so far has been handed over. */
  async flushed(): Promise<void> {
    await Promise.all([this.streams.stdout, this.streams.stderr].map((stream) => this.drained(stream)));
  }

  private write(stream: TextStream, text: string): void {
    if (!this.broken.has(stream)) stream.write(text);
  }

  private drained(stream: TextStream): Promise<void> {
    if (this.broken.has(stream)) return Promise.resolve();
    return new Promise((resolve) => {
      stream.on('error', () => resolve());
      stream.write('', () => resolve());
    });
  }
}
