/** What a client has received, the oldest forgotten first. */
import type { InboxItem } from '#core/shared/api/results.js';

/** Stanzas that are kept. */
const MOST_ITEMS = 10_000;

export class Inbox {
  private items: InboxItem[] = [];
  /** Stanzas received since the client was added, forgotten ones included. */
  total = 0;

  add(item: InboxItem): void {
    this.total += 1;
    this.items.push(item);
    // Cut in blocks: shifting at every stanza would cost more than the stanza.
    if (this.items.length >= 2 * MOST_ITEMS) this.items = this.items.slice(-MOST_ITEMS);
  }

  /** Items after trace event `since`, or all that are kept. */
  list(since = 0): InboxItem[] {
    return this.items.slice(-MOST_ITEMS).filter((item) => item.seq > since);
  }
}
