/** Cards and lines in React Flow's terms. */
import type { Edge, Node } from '@xyflow/react';
import type { CardShape, LineShape } from './canvas-shape.js';
import { boxOf, clearPlace } from './clear-place.js';
import { CARD_WIDTH, GUESSED_HEIGHT, smallPlace, type Places } from './layout.js';
import { bendOf, type Box } from './line-curve.js';

export type CardNode = Node<{ card: CardShape }>;
export type LineEdge = Edge<{ line: LineShape; aside: number }>;

/** Puts new cards on the canvas and takes gone ones away; processes that stay keep their object and place. */
export function nodesFor(
  cards: readonly CardShape[],
  old: readonly CardNode[],
  processes: Places,
  kept: Places,
): CardNode[] {
  const before = new Map(old.map((node) => [node.id, node]));
  // Laid out together none covers another; one that comes later finds the others where they have been until now.
  const taken = old.filter(({ type }) => type === 'process').map(boxOf);
  const nodes = cards.map((card): CardNode => {
    const there = before.get(card.id);
    if (there) return there;
    const wanted = processes[card.id] ?? { x: 0, y: 0 };
    const isLate = card.kind === 'process' && taken.length > 0;
    const position = kept[card.id] ?? (isLate ? clearPlace(wanted, taken) : wanted);
    const fresh = { id: card.id, type: card.kind, position, data: { card } };
    if (isLate) taken.push(boxOf(fresh));
    return { ...fresh, style: { width: CARD_WIDTH[card.kind] } };
  });
  return settled(nodes, kept);
}

/** Moves the small cards that the user has not moved to their processes; the same list when none has to. */
export function settled(nodes: CardNode[], kept: Places): CardNode[] {
  const processes = new Map<string, Box>();
  for (const { id, type, position, measured } of nodes) {
    const size = { width: CARD_WIDTH.process, height: measured?.height ?? GUESSED_HEIGHT };
    if (type === 'process') processes.set(id, { ...position, ...size });
  }
  const counts = new Map<string, number>();
  let moved = false;
  const placed = nodes.map((node) => {
    const { card } = node.data;
    if (card.kind === 'process' || kept[node.id] || node.dragging === true) return node;
    const isBeside = card.kind === 'client' || card.kind === 'outside' || card.kind === 'outsideServer';
    const group = isBeside ? card.near : card.kind;
    const index = counts.get(group) ?? 0;
    counts.set(group, index + 1);
    const { x, y } = smallPlace(card, index, processes);
    if (Math.abs(x - node.position.x) < 1 && Math.abs(y - node.position.y) < 1) return node;
    moved = true;
    return { ...node, position: { x, y } };
  });
  return moved ? placed : nodes;
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
