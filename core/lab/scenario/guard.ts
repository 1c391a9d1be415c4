/** What must never happen: watched from its step on, while the lab runs. */
import type { Prohibition } from '#core/shared/scenario/condition-schema.js';
import { conditionText } from '#core/shared/scenario/step-text.js';
import { eventTest, holdsNow, isEventCondition, nearest, type Scene } from './conditions.js';
import type { Failure } from './scenario-failure.js';
import { rowText } from './trace-watch.js';

export interface Guard {
  /** What happened, once it has. */
  broken(): Failure | undefined;
  /** Watches no longer. */
  end(): void;
}

/** @param step number of the step that forbids it, from 1 */
export function guard(prohibition: Prohibition, step: number, scene: Scene): Guard {
  const failure = (happened: string): Failure => ({
    code: 'scenario.never-broken',
    params: { forbidden: conditionText(prohibition), since: step, happened },
  });
  let happened: string | undefined;
  if (!isEventCondition(prohibition)) {
    return {
      broken() {
        if (happened === undefined && holdsNow(prohibition, scene)) {
          happened = nearest(prohibition, scene).join('\n');
        }
        return happened === undefined ? undefined : failure(happened);
      },
      end: () => undefined,
    };
  }
  const { lab, watch } = scene;
  const isMeant = eventTest(prohibition, watch);
  const end = watch.hear(lab.trace.length + 1, (row) => {
    if (happened === undefined && isMeant(row)) happened = rowText(row, watch);
  });
  return { broken: () => (happened === undefined ? undefined : failure(happened)), end };
}
