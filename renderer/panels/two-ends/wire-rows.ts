/** What happened at both ends of a link and between them, on one clock: every moment is a row of its own. */
import type { Direction } from '#core/shared/trace/trace-schema.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

export interface WireFrame {
  kind: 'frame';
  seq: number;
  direction: Direction;
  text: string;
  /** Rows, counted from 0, of sending and of arrival; `to` undefined: it has not arrived. */
  from: number;
  to: number | undefined;
  /** Why it was lost. */
  dropped: string | undefined;
}

export interface WireMove {
  kind: 'move';
  seq: number;
  end: 'dialler' | 'acceptor';
  row: number;
  state: string;
  event: string;
  refused: boolean;
}

/** Something that happened to the connection: opened, FIN, RST, closed. */
export interface WireNote {
  kind: 'note';
  row: number;
  event: TraceEvent;
}

export interface Wire {
  /** Lab time in ms of each row. */
  times: number[];
  items: (WireFrame | WireMove | WireNote)[];
}

/**
 * @param events in order
 * @param ends instances of the machines
 * @param most newest rows that are kept
 */
export function wireOf(
  events: readonly TraceEvent[],
  link: string,
  ends: { dialler: string | undefined; acceptor: string | undefined },
  most = 400,
): Wire {
  const own = events.filter((event) => isOwn(event, link, ends)).slice(-most);
  const times: number[] = [];
  const items: Wire['items'] = [];
  const frames = new Map<unknown, WireFrame>();
  for (const event of own) {
    const { kind, seq, data } = event;
    const frame = frames.get(data.frame);
    if (kind === 'frame.delivered' && !frame) continue;
    const row = times.push(event.time) - 1;
    if (kind === 'frame.sent') {
      const direction = data.direction === 'ba' ? 'ba' : 'ab';
      const sent = { seq, direction, text: String(data.text), from: row } as const;
      const item: WireFrame = { kind: 'frame', ...sent, to: undefined, dropped: undefined };
      frames.set(data.frame, item);
      items.push(item);
    } else if (kind === 'frame.delivered' && frame) frame.to = row;
    else if (kind === 'frame.dropped' && frame)
      Object.assign(frame, { to: row, dropped: String(data.reason) });
    else if (kind.startsWith('machine.')) items.push(moveOf(event, row, ends));
    else items.push({ kind: 'note', row, event });
  }
  return { times, items };
}

function isOwn(
  { kind, data }: TraceEvent,
  link: string,
  ends: { dialler: unknown; acceptor: unknown },
): boolean {
  if (kind.startsWith('machine.')) return data.instance === ends.dialler || data.instance === ends.acceptor;
  if (kind === 'frame.handled' || kind === 'frame.changed') return false;
  return (kind.startsWith('frame.') || kind.startsWith('link.')) && data.link === link;
}

function moveOf(event: TraceEvent, row: number, ends: { dialler: unknown }): WireMove {
  const { kind, seq, data } = event;
  const end = data.instance === ends.dialler ? 'dialler' : 'acceptor';
  const state = kind === 'machine.stopped' ? '' : String(data.state);
  return {
    kind: 'move',
    seq,
    end,
    row,
    state,
    event: String(data.event ?? ''),
    refused: kind === 'machine.refused',
  };
}

/** `seq` of everything that is drawn, in order: what one can go to. */
export function momentsOf({ items }: Wire): number[] {
  return items.map((item) => (item.kind === 'note' ? item.event.seq : item.seq));
}

/** State of an end at a moment; undefined: the log does not go back so far. */
export function stateAt(
  events: readonly TraceEvent[],
  instance: string,
  seq: number,
): { state: string; edge: string } | undefined {
  const move = events.findLast(
    (event) =>
      event.seq <= seq &&
      (event.kind === 'machine.transition' || event.kind === 'machine.started') &&
      event.data.instance === instance,
  );
  return move && { state: String(move.data.state), edge: String(move.data.edge ?? '') };
}
