import type { Releasable } from '#core/net/ready-list.js';

/**
 * Names what can go next by content: the same in every run, whatever went before. The connections of a route share
 * theirs, as the number of a connection says how often others have failed.
 */
export class LineKeys {
  private readonly known = new WeakMap<Releasable, string>();

  of(item: Releasable): string {
    const known = this.known.get(item);
    if (known !== undefined) return known;
    const key = keyOf(item);
    this.known.set(item, key);
    return key;
  }
}

function keyOf(item: Releasable): string {
  const [first] = item.describe();
  if (!first) return '';
  const { kind, node, link = '', direction, text } = first;
  const route = link.replace(/#\d+$/, '');
  if (direction !== undefined) return `${route} ${direction}`;
  return kind === 'dial' ? `dial ${route}` : `${kind} ${node} ${text}`;
}
