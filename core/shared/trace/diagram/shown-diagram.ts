/** The part of a growing diagram that is to be seen, kept up to date by looking only at what was added. */
import { isShown, type Diagram, type DiagramFilter, type DiagramItem } from './diagram.js';

/** A diagram whose items are only ever added to. */
export interface GrowingDiagram extends Diagram {
  /** Grows when the text of an item that was there already has changed. */
  readonly rewritten: number;
}

export class ShownDiagram {
  private readonly whole: GrowingDiagram;
  private readonly filter: DiagramFilter;
  private items: DiagramItem[] = [];
  /** Items of `whole` that have been looked at. */
  private looked = 0;
  private rewritten = 0;

  constructor(whole: GrowingDiagram, filter: DiagramFilter) {
    this.whole = whole;
    this.filter = filter;
  }

  /** As it is now: a new object each time, whose `items` is one list that grows. */
  now(): Diagram {
    if (this.rewritten !== this.whole.rewritten) {
      [this.items, this.looked, this.rewritten] = [[], 0, this.whole.rewritten];
    }
    const { items } = this.whole;
    for (; this.looked < items.length; this.looked += 1) {
      const item = items[this.looked];
      if (item && isShown(item, this.filter)) this.items.push(item);
    }
    const { hidden } = this.filter;
    return { lifelines: this.whole.lifelines.filter(({ name }) => !hidden.has(name)), items: this.items };
  }
}
