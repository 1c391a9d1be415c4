import { isFault, type Choice } from '#core/shared/explore/choice.js';

/** Plainer forms of a choice: it waits for less, it says less. */
export function plainer(choice: Choice): Choice[] {
  if (!isFault(choice)) {
    const { by } = choice.later;
    const shorter = [1, Math.floor(by / 2), by - 1].filter((one) => one >= 1 && one < by);
    return [...new Set(shorter)].map((one) => ({ later: { ...choice.later, by: one } }));
  }
  const { fault, after } = choice;
  return (['durationMs', 'options', 'how', 'direction', 'frames', 'probability'] as const)
    .filter((part) => fault[part] !== undefined)
    .map((part) => {
      const { [part]: _left, ...rest } = fault;
      return { fault: rest, after };
    });
}
