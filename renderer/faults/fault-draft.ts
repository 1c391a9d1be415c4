/** A fault as the form holds it, all as text, and the request that it makes. */
import type { FaultRequest, FaultSchedule, FaultStage } from '#core/shared/api/fault-request.js';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { OptionSpec } from '#core/shared/faults/fault-options.js';

export interface FaultDraft {
  target: string;
  direction: 'ab' | 'ba' | 'both';
  options: Readonly<Record<string, string>>;
  /** Per cent. */
  chance: string;
  /** Seconds of lab time; empty: none. */
  duration: string;
  after: string;
  every: string;
  times: string;
  frames: { name: string; contains: string; skip: string; count: string };
  stage: StageDraft;
}

export interface StageDraft {
  when: 'now' | 'state' | 'frame';
  machine: string;
  state: string;
  node: string;
  name: string;
  contains: string;
  at: 'sent' | 'delivered';
  nth: string;
}

/** A field that cannot be used as it stands, and what it takes. */
export type DraftProblem =
  | { field: string; code: 'number'; min: number; max: number }
  | { field: string; code: 'positive' | 'needed' | 'again' };

export function emptyDraft(kind: FaultKindView, target: string): FaultDraft {
  const options = Object.entries(kind.options).map(([name, option]) => [name, String(option.default)]);
  return {
    target,
    direction: 'both',
    options: Object.fromEntries(options) as Record<string, string>,
    chance: '100',
    duration: '',
    after: '',
    every: '',
    times: '',
    frames: { name: '', contains: '', skip: '', count: '' },
    stage: {
      when: 'now',
      machine: '',
      state: '',
      node: '',
      name: '',
      contains: '',
      at: 'sent',
      nth: '',
    },
  };
}

/** The first field that is wrong; undefined: the request can be made. */
export function problemOf(kind: FaultKindView, draft: FaultDraft): DraftProblem | undefined {
  return (
    optionProblem(kind, draft) ??
    timingProblem(kind, draft) ??
    (draft.target === '' && draft.stage.when === 'now' ? { field: 'target', code: 'needed' } : undefined) ??
    stageProblem(draft.stage)
  );
}

export function requestOf(kind: FaultKindView, draft: FaultDraft): FaultRequest {
  const schedule: FaultSchedule = {
    ...given('afterMs', ms(draft.after)),
    ...given('everyMs', ms(draft.every)),
    ...given('times', number(draft.times)),
  };
  const frames = framesOf(draft);
  const chance = (number(draft.chance) ?? 100) / 100;
  const when = stageOf(draft.stage);
  return {
    kind: kind.kind,
    ...(draft.target === '' ? {} : { target: draft.target }),
    ...(kind.directed && draft.direction !== 'both' ? { direction: draft.direction } : {}),
    ...(Object.keys(kind.options).length > 0 ? { options: optionsOf(kind, draft) } : {}),
    ...(chance < 1 ? { probability: chance } : {}),
    ...(frames ? { frames } : {}),
    ...given('durationMs', ms(draft.duration)),
    ...(Object.keys(schedule).length > 0 ? { schedule } : {}),
    ...(when ? { when } : {}),
  };
}

function optionProblem(kind: FaultKindView, draft: FaultDraft): DraftProblem | undefined {
  for (const [name, option] of Object.entries(kind.options)) {
    const text = draft.options[name] ?? '';
    if (option.type === 'number' && !fits(option, text))
      return { field: name, code: 'number', min: option.min, max: option.max };
  }
  return undefined;
}

function fits(option: OptionSpec & { type: 'number' }, text: string): boolean {
  const value = number(text);
  if (value === undefined || value < option.min || value > option.max) return false;
  return option.unit !== 'count' || Number.isInteger(value);
}

function timingProblem({ once }: FaultKindView, draft: FaultDraft): DraftProblem | undefined {
  const chance = number(draft.chance);
  if (chance === undefined || chance <= 0 || chance > 100)
    return { field: 'chance', code: 'number', min: 0, max: 100 };
  for (const field of ['duration', 'every', 'after', 'times'] as const) {
    const value = number(draft[field]);
    const bad =
      value === undefined ? draft[field].trim() !== '' : value < 0 || (value === 0 && field !== 'after');
    if (bad) return { field, code: 'positive' };
  }
  for (const field of ['skip', 'count'] as const)
    if (draft.frames[field].trim() !== '' && !isCount(draft.frames[field]))
      return { field, code: 'positive' };
  const [every, duration] = [number(draft.every), number(draft.duration)];
  // What comes again must have ended before.
  if (!once && every !== undefined && (duration === undefined || duration >= every))
    return { field: 'every', code: 'again' };
  return undefined;
}

function stageProblem(stage: StageDraft): DraftProblem | undefined {
  if (stage.nth.trim() !== '' && !isCount(stage.nth)) return { field: 'nth', code: 'positive' };
  if (stage.when === 'state' && (stage.machine === '' || stage.state === ''))
    return { field: 'state', code: 'needed' };
  if (stage.when === 'frame' && stage.name.trim() === '' && stage.contains.trim() === '')
    return { field: 'name', code: 'needed' };
  return undefined;
}

function optionsOf(kind: FaultKindView, { options }: FaultDraft): Record<string, number | string> {
  const values = Object.entries(kind.options).map(([name, { type }]): [string, number | string] => {
    const text = options[name] ?? '';
    return [name, type === 'number' ? Number(text) : text];
  });
  return Object.fromEntries(values);
}

function framesOf({ frames }: FaultDraft): FaultRequest['frames'] {
  const match = { ...word('name', frames.name), ...word('contains', frames.contains) };
  const found = {
    ...(Object.keys(match).length > 0 ? { match } : {}),
    ...given('skip', number(frames.skip)),
    ...given('count', number(frames.count)),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

function stageOf(stage: StageDraft): FaultStage | undefined {
  const nth = given('nth', number(stage.nth));
  if (stage.when === 'state') {
    const { machine, state, node } = stage;
    return { machine, state, ...word('node', node), ...nth };
  }
  if (stage.when !== 'frame') return undefined;
  const stanza = { ...word('name', stage.name), ...word('contains', stage.contains) };
  return { stanza, at: stage.at, ...nth };
}

function number(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function ms(seconds: string): number | undefined {
  const value = number(seconds);
  return value === undefined ? undefined : Math.round(value * 1000);
}

function isCount(text: string): boolean {
  const value = Number(text);
  return Number.isInteger(value) && value > 0;
}

function given<Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, number>);
}

function word<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  return value.trim() === '' ? {} : ({ [name]: value.trim() } as Record<Name, string>);
}
