/** Where in a YAML text a value or a key stands. */
import { isMap, isNode, isPair, isScalar, type Document, type LineCounter } from 'yaml';
import type { SourceRange } from '../config/source-range.js';

export type YamlPath = readonly PropertyKey[];

export class YamlPlaces {
  private readonly file: string;
  private readonly lines: LineCounter;
  private readonly document: Document;

  constructor(file: string, lines: LineCounter, document: Document) {
    this.file = file;
    this.lines = lines;
    this.document = document;
  }

  has(path: YamlPath): boolean {
    return path.length === 0 || this.document.hasIn(path);
  }

  /** The key at the end of the path (an item of a list: the item); the nearest place above it when it is not there. */
  key(path: YamlPath): SourceRange {
    if (typeof path.at(-1) === 'number') return this.value(path);
    const parent = path.length <= 1 ? this.document.contents : this.document.getIn(path.slice(0, -1), true);
    const pairs = isMap(parent) ? parent.items : [];
    const pair = pairs.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
    );
    return this.ofNode(pair?.key) ?? this.value(path.slice(0, -1));
  }

  /** The value at the end of the path; the innermost key above it that is there when it is missing. */
  value(path: YamlPath): SourceRange {
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const found = this.ofNode(node);
    if (found !== undefined) return found;
    if (path.length === 0) return this.range(0, 0);
    const parent = path.slice(0, -1);
    const isNamed = typeof parent.at(-1) === 'string' && this.has(parent);
    return isNamed ? this.key(parent) : this.value(parent);
  }

  range(from: number, to: number): SourceRange {
    const start = this.lines.linePos(from);
    const end = this.lines.linePos(Math.max(from, to));
    return {
      file: this.file,
      line: Math.max(1, start.line),
      column: Math.max(1, start.col),
      endLine: Math.max(1, end.line),
      endColumn: Math.max(1, end.col),
    };
  }

  private ofNode(node: unknown): SourceRange | undefined {
    if (!isNode(node) || !node.range) return undefined;
    return this.range(node.range[0], node.range[1]);
  }
}
