/** Why a scenario failed: a code of core/shared/text with its parameters. */
import type { Expectation } from '#core/shared/scenario/condition-schema.js';
import { conditionText } from '#core/shared/scenario/step-text.js';
import { isEventCondition, nearest, type Scene } from './conditions.js';

export interface Failure {
  code: string;
  params: Record<string, string | number>;
}

/** How often what is expected must be there: as text and as a test. */
export interface Wanted {
  text: string;
  /** More than this can never be right again. */
  most: number;
  isMet(count: number): boolean;
}

export function wantedOf(expectation: Expectation): Wanted {
  const { count, atLeast = 1 } = { count: undefined, atLeast: undefined, ...expectation };
  const exact = expectation.subject === 'links' ? expectation.links.open : count;
  if (exact === undefined) return { text: `>= ${atLeast}`, most: Infinity, isMet: (seen) => seen >= atLeast };
  // Machines and links may come and go while it waits; an event that has happened stays happened.
  const most = isEventCondition(expectation) ? exact : Infinity;
  return { text: String(exact), most, isMet: (seen) => seen === exact };
}

export function unmet(expectation: Expectation, seen: number, wanted: Wanted, scene: Scene): Failure {
  const near = nearest(expectation, scene);
  const code = seen > wanted.most ? 'too-many' : near.length === 0 ? 'unmet-nothing' : 'unmet';
  const { within } = expectation;
  const params = { expected: conditionText(expectation), wanted: wanted.text, seen, within };
  return { code: `scenario.${code}`, params: { ...params, nearest: near.join('\n') } };
}
