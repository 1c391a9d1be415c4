/** Kinds of events that a diagram is made of, and what of each it draws. */
import type { TraceKind } from '../trace-schema.js';

/**
 * Fields of each kind, as the trace names them. `label` and `sort` stand for the text of a frame, which is not drawn
 * (`diagram-words.ts`).
 */
export const DIAGRAM_FIELDS = {
  'machine.transition': ['machine', 'state'],
  'link.dialled': ['link', 'service', 'from', 'to'],
  'link.opened': ['link', 'acceptor'],
  'link.failed': ['link', 'error'],
  'link.fin': ['link', 'by'],
  'link.reset': ['link', 'by'],
  'link.timedOut': ['link'],
  'link.closed': ['link'],
  'frame.sent': ['link', 'direction', 'frame', 'label', 'sort'],
  'frame.delivered': ['frame'],
  'frame.dropped': ['frame', 'reason'],
  'frame.changed': ['frame', 'label'],
  'timer.fired': ['label'],
  'fault.applied': ['kind', 'target'],
  'fault.healed': ['kind', 'target'],
  'packet.hop': ['component', 'summary'],
} as const satisfies Partial<Record<TraceKind, readonly string[]>>;

export type DiagramKind = keyof typeof DIAGRAM_FIELDS;

/** Kinds of a diagram in which components have lifelines of their own. */
export const COMPONENT_KINDS = Object.keys(DIAGRAM_FIELDS) as DiagramKind[];

/** The same, when nothing inside the processes is drawn. */
export const DIAGRAM_KINDS: readonly DiagramKind[] = COMPONENT_KINDS.filter((kind) => kind !== 'packet.hop');
