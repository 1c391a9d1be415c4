/** The part of a growing diagram that is to be seen, kept up to date by looking only at what was added. */
import { arranged, placeIn, type Arrangement } from './arrangement.js';
import {
  shownBy,
  type Diagram,
  type DiagramFilter,
  type DiagramItem,
  type Lifeline,
  type Place,
} from './diagram.js';

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
  private readonly isShown: (item: DiagramItem) => boolean;
  private items: DiagramItem[] = [];
  /** Items of `whole` that have been looked at. */
  private looked = 0;
  private rewritten = 0;
  /** Kept as long as nobody comes, so that what shows only them need not be drawn again. */
  private lifelines: { count: number; shown: Lifeline[] } | undefined;

  constructor(whole: GrowingDiagram, filter: DiagramFilter, arrangement: Arrangement) {
    this.whole = whole;
    this.filter = filter;
    this.arrangement = arrangement;
    this.place = placeIn(arrangement);
    this.isShown = shownBy(filter, this.place);
  }

  /** As it is now: a new object each time, whose `items` is one list that grows. */
  now(): Diagram {
    if (this.rewritten !== this.whole.rewritten) {
      [this.items, this.looked, this.rewritten] = [[], 0, this.whole.rewritten];
    }
    const { items } = this.whole;
    for (; this.looked < items.length; this.looked += 1) {
      const item = items[this.looked];
      if (item && this.isShown(item)) this.items.push(item);
    }
    return { lifelines: this.shownLifelines(), items: this.items, place: this.place };
  }

  private shownLifelines(): Lifeline[] {
    const { lifelines, parts } = this.whole;
    let count = lifelines.length;
    for (const some of parts.values()) count += some.size;
    if (this.lifelines?.count !== count) {
      const { hidden } = this.filter;
      const shown = arranged(lifelines, parts, this.arrangement).filter(
        ({ name, of }) => !hidden.has(name) && !(of !== undefined && hidden.has(of)),
      );
      this.lifelines = { count, shown };
    }
    return this.lifelines.shown;
  }
}
