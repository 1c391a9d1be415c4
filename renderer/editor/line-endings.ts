/**
 * CodeMirror counts a line break as one character and joins lines with the editor's own separator. A file keeps the one
 * that it has; in a file that mixes them, each carriage return stays a character of its line, and is shown.
 */
import type { Text } from '@codemirror/state';

export type LineEnding = '\n' | '\r\n' | '\r';

/** The separator with which a text goes through an editor unharmed. */
export function lineEndingOf(text: string): LineEnding {
  const endings = new Set(text.match(/\r\n|\r|\n/g));
  const [only] = endings;
  return endings.size === 1 && (only === '\r\n' || only === '\r') ? only : '\n';
}

/** Where a place (from 1, as in `SourceRange`) is in an editor; the nearest one there is, where it has no such place. */
export class Places {
  private readonly doc: Text;
  /** Offset of each line of the file: these differ from the editor's in a file of mixed endings. */
  private readonly starts: number[] | undefined;

  constructor(doc: Text, lineSeparator: LineEnding) {
    this.doc = doc;
    if (lineSeparator !== '\n') return;
    const text = doc.toString();
    if (!text.includes('\r')) return;
    this.starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)];
  }

  offsetOf(line: number, column: number): number {
    const { from, to } = this.lineAt(line);
    return Math.min(from + Math.max(column - 1, 0), to);
  }

  placeOf(offset: number): { line: number; column: number } {
    if (!this.starts) {
      const { number, from } = this.doc.lineAt(offset);
      return { line: number, column: offset - from + 1 };
    }
    const line = this.starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
  }

  private lineAt(line: number): { from: number; to: number } {
    if (!this.starts) return this.doc.line(Math.min(Math.max(line, 1), this.doc.lines));
    const index = Math.min(Math.max(line, 1), this.starts.length) - 1;
    return { from: this.starts[index] ?? 0, to: (this.starts[index + 1] ?? this.doc.length + 1) - 1 };
  }
}
