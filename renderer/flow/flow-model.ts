/** Cards and lines in React Flow's terms. */
import type { Edge, Node } from '@xyflow/react';
import type { CardShape, LineShape } from './canvas-shape.js';
import { CARD_WIDTH, latePlace, type Places } from './layout.js';
import { bendOf } from './line-curve.js';

export type CardNode = Node<{ card: CardShape }>;
export type LineEdge = Edge<{ line: LineShape; aside: number }>;

/** Puts new cards on the canvas and takes gone ones away; cards that stay keep their object and place. */
export function nodesFor(
  cards: readonly CardShape[],
  old: readonly CardNode[],
  processes: Places,
  kept: Places,
): CardNode[] {
  const before = new Map(old.map((node) => [node.id, node]));
  const counts = new Map<string, number>();
  return cards.map((card) => {
    const group =
      card.kind === 'database' ? 'database' : `${card.kind === 'unknownHost' ? 'h' : ''} ${card.near}`;
    const index = counts.get(group) ?? 0;
    counts.set(group, index + 1);
    const known = before.get(card.id);
    if (known) return known;
    const position = kept[card.id] ?? processes[card.id] ?? latePlace(card, index, processes);
    return {
      id: card.id,
      type: card.kind,
      position,
      data: { card },
      style: { width: CARD_WIDTH[card.kind] },
    };
  });
}

/** Lines between the same two cards are bent apart, each to its own side. */
export function edgesFor(lines: readonly LineShape[]): LineEdge[] {
  const groups = new Map<string, LineShape[]>();
  for (const line of lines) {
    const pair = [line.source, line.target].sort().join('\n');
    groups.set(pair, [...(groups.get(pair) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) =>
    [...group].sort(byDirection).map((line, index) => edgeFor(line, bendOf(index, group.length))),
  );
}

/** DOM id of a line's title. */
export function lineTitleId(line: string): string {
  return `line-${encodeURIComponent(line)}`;
}

function edgeFor(line: LineShape, bend: number): LineEdge {
  const { id, source, target, service } = line;
  // Seen against its direction, right is left.
  const aside = source < target ? bend : -bend;
  const database = service === 'database';
  return {
    id,
    source,
    target,
    type: database ? 'database' : 'link',
    data: { line, aside },
    focusable: !database,
    selectable: !database,
    interactionWidth: database ? 0 : 18,
    // The line's own title names it, with its state.
    domAttributes: { 'aria-labelledby': lineTitleId(id) },
  };
}

function byDirection(a: LineShape, b: LineShape): number {
  return a.source.localeCompare(b.source) || a.id.localeCompare(b.id, 'en', { numeric: true });
}
