/** What the faults of a direction make of one frame that is about to go through the socket. */
import type { Cutter, Frame } from './frame.js';
import type { FrameFault, Verdict } from './line-fault.js';

type End = Extract<Verdict, { kind: 'end' }>;

/** What becomes of the frame itself; a drop and a change have been done already. */
export type Judgement =
  | { kind: 'dropped' }
  | ({ kind: 'ended' } & Omit<End, 'kind'>)
  | { kind: 'goes'; cutters: readonly Cutter[] };

export interface JudgeEffects {
  drop(reason: string): void;
  change(text: string, reason: string): void;
  /** @param judges those that have not judged yet, and judge the copy on its own */
  copy(judges: readonly FrameFault[]): void;
}

/** Asks each fault in the order in which they were put on: what one has let through, the next one judges. */
export function judgeFrame(frame: Frame, faults: readonly FrameFault[], effects: JudgeEffects): Judgement {
  const cutters: Cutter[] = [];
  for (const [index, fault] of faults.entries()) {
    const verdict = fault.judge(frame);
    switch (verdict.kind) {
      case 'drop':
        effects.drop(verdict.reason);
        return { kind: 'dropped' };
      case 'end':
        return { ...verdict, kind: 'ended' };
      case 'change':
        effects.change(verdict.text, verdict.reason);
        break;
      case 'duplicate':
        effects.copy(faults.slice(index + 1));
        break;
      case 'cut':
        cutters.push({ id: fault.id, size: verdict.size, pauseMs: verdict.pauseMs });
        break;
      case 'pass':
    }
  }
  return { kind: 'goes', cutters };
}
