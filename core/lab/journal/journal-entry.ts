/**
 * Everything that drives a lab and does not follow from its topology and seed: the order of its steps, what users do and
 * what comes from outside. Playing the entries again gives the same trace.
 *
 * `at`: events recorded before it; `time`: lab time in µs.
 */
import type { OutsideEvent } from '#core/net/outside-event.js';
import type { Mode } from '../stepper.js';

/** Kinds of trace events that whoever drives the lab writes. */
export type NoteKind = 'lab.ready' | 'scenario.step';

export type JournalEntry =
  /** Something of the pending list was let happen: `f12` a frame, `t7` a timer. `picked`: by the picker of an ordered run. */
  | [kind: 'step', at: number, time: number, item: string, picked: 0 | 1]
  | [kind: 'mode', at: number, time: number, mode: Mode]
  /** A command of the host API that acts on the lab; refused ones too. */
  | [kind: 'command', at: number, time: number, command: string, args: unknown]
  /** What the one who plays a scenario, or the boot, notes in the trace. */
  | [kind: 'note', at: number, time: number, what: NoteKind, values: unknown[]]
  /** What a program outside the lab has done; its bytes are base64. */
  | [kind: 'outside', at: number, time: number, event: KeptOutsideEvent];

export type KeptOutsideEvent =
  Exclude<OutsideEvent, { kind: 'bytes' }> | { kind: 'bytes'; link: string; base64: string };

export function keepOutside(event: OutsideEvent): KeptOutsideEvent {
  if (event.kind !== 'bytes') return event;
  return { kind: 'bytes', link: event.link, base64: Buffer.from(event.bytes).toString('base64') };
}

export function outsideEvent(kept: KeptOutsideEvent): OutsideEvent {
  if (kept.kind !== 'bytes') return kept;
  return { kind: 'bytes', link: kept.link, bytes: Buffer.from(kept.base64, 'base64') };
}
