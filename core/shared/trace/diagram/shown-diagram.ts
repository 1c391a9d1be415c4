/** The part of a growing diagram that is to be seen, kept up to date by looking only at what was added. */
import { arranged, placeIn, type Arrangement } from './arrangement.js';
import { isShown, type Diagram, type DiagramFilter, type DiagramItem, type Place } from './diagram.js';

/** A diagram whose items are only ever added to. */
export interface GrowingDiagram extends Diagram {
  /** Grows when the text of an item that was there already has changed. */
  readonly rewritten: number;
  /** Components of each process. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}

export class ShownDiagram {
  private readonly whole: GrowingDiagram;
  private readonly filter: DiagramFilter;
  private readonly arrangement: Arrangement;
  private readonly place: Place;
  private items: DiagramItem[] = [];
  /** Items of `whole` that have been looked at. */
  private looked = 0;
  private rewritten = 0;

  constructor(whole: GrowingDiagram, filter: DiagramFilter, arrangement: Arrangement) {
    this.whole = whole;
    this.filter = filter;
    this.arrangement = arrangement;
    this.place = placeIn(arrangement);
  }

  /** As it is now: a new object each time, whose `items` is one list that grows. */
  now(): Diagram {
    if (this.rewritten !== this.whole.rewritten) {
      [this.items, this.looked, this.rewritten] = [[], 0, this.whole.rewritten];
    }
    const { items } = this.whole;
    for (; this.looked < items.length; this.looked += 1) {
      const item = items[this.looked];
      if (item && isShown(item, this.filter, this.place)) this.items.push(item);
    }
    const { hidden } = this.filter;
    const lifelines = arranged(this.whole.lifelines, this.whole.parts, this.arrangement).filter(
      ({ name, of }) => !hidden.has(name) && !(of !== undefined && hidden.has(of)),
    );
    return { lifelines, items: this.items, place: this.place };
  }
}
