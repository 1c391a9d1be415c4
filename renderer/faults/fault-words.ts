/** What a fault is and does, in words: for badges, lists and screen readers. */
import type { FaultStage } from '#core/shared/api/fault-request.js';
import type { FaultView } from '#core/shared/api/results.js';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { OptionSpec } from '#core/shared/faults/fault-options.js';
import { parseRoute } from '#core/shared/faults/route-selector.js';
import type { TextKey } from '#core/shared/text/en.js';
import { hasText, type TextParams } from '#core/shared/text/render.js';
import { plain } from './fault-place.js';

export type Say = (code: TextKey, params?: TextParams) => string;

/** `on`, `armed`, `scheduled`, `between`: what the badge tells apart. */
export type FaultPhase = 'on' | 'armed' | 'scheduled' | 'between';

export function phaseOfFault({ state }: Pick<FaultView, 'state'>): FaultPhase {
  const [top] = state.split('.');
  return top === 'armed' || top === 'scheduled' || top === 'between' ? top : 'on';
}

export function kindName(kind: string, say: Say): string {
  return spoken(`fault.${kind}`, kind, say);
}

/** What it does, in one sentence; empty: nobody has written one. */
export function kindWhy(kind: string, say: Say): string {
  return spoken(`fault.${kind}.why`, '', say);
}

export function optionName(option: string, say: Say): string {
  return spoken(`fault.option.${option}`, option, say);
}

export function choiceName(kind: string, value: string, say: Say): string {
  return spoken(`fault.choice.${kind}.${value}`, value, say);
}

/** `Latency (Delay 100 ms) · both ways · for 60 s`; what it waits for, when it is not on. */
export function faultSentence(fault: FaultView, spec: FaultKindView | undefined, say: Say): string {
  const settings = optionWords(fault, spec, say);
  const name = kindName(fault.kind, say);
  const head = settings === '' ? name : say('ui.faults.words.settings', { fault: name, settings });
  const direction = spec?.directed ? directionWords(fault, say) : '';
  const phase = phaseOfFault(fault);
  const now = phase === 'on' ? '' : say(`ui.faults.state.${phase}`);
  const parts = [head, direction, ...timingWords(fault, say), now];
  return parts.filter(Boolean).join(' · ');
}

/** Groups of which the figures are what matters; elsewhere a figure as it is by default says nothing new. */
const TELLS_ALL: ReadonlySet<string | undefined> = new Set(['line', 'pattern']);

export function optionWords({ kind, options }: FaultView, spec: FaultKindView | undefined, say: Say): string {
  return Object.entries(spec?.options ?? {})
    .flatMap(([name, option]) => {
      const value = options[name];
      if (value === undefined || value === '' || value === 0) return [];
      if (option.type === 'number' && value === option.default && !TELLS_ALL.has(spec?.group)) return [];
      if (option.type === 'choice') return [choiceName(kind, String(value), say)];
      return [`${optionName(name, say)} ${value}${unitOf(option)}`];
    })
    .join(say('ui.faults.words.comma'));
}

/** ` ms`; nothing for plain numbers. */
export function unitOf(option: OptionSpec): string {
  if (option.type !== 'number' || option.unit === 'count' || option.unit === 'fraction') return '';
  return ` ${option.unit}`;
}

/** Which way frames are hit, by the names at both ends. */
export function directionWords({ target, direction = 'both' }: FaultView, say: Say): string {
  const route = parseRoute(target);
  if (direction === 'both' || !route) return say('ui.faults.direction.both');
  const [from, to] = [plain(route.from), plain(route.to)];
  return direction === 'ab' ? `${from} → ${to}` : `${to} → ${from}`;
}

/** A target as people say it. */
export function targetWords(target: string, say: Say): string {
  if (target === '') return say('ui.faults.target.stage');
  const route = parseRoute(target);
  if (!route) return target.includes('|') ? target.replaceAll(',', ', ').replaceAll('|', ' | ') : target;
  const name = (node: string): string => (node === '*' ? say('ui.faults.target.any') : plain(node));
  const arrow = route.either ? '↔' : '→';
  const port = route.port === undefined ? '' : `:${route.port}`;
  const number = route.number === undefined ? '' : ` #${route.number}`;
  return `${name(route.from)} ${arrow} ${name(route.to)}${port}${number}`;
}

/** Chance, duration, schedule and stage, as far as they were given. */
export function timingWords(fault: FaultView, say: Say): string[] {
  const { probability = 1, durationMs, schedule = {}, when, frames } = fault;
  const { afterMs, everyMs, times } = schedule;
  return [
    probability < 1 ? say('ui.faults.words.chance', { percent: percentOf(probability) }) : '',
    frames?.match ? say('ui.faults.words.match', { pattern: patternWords(frames.match) }) : '',
    frames?.skip ? say('ui.faults.words.skip', { count: frames.skip }) : '',
    frames?.count ? say('ui.faults.words.count', { count: frames.count }) : '',
    durationMs === undefined ? '' : say('ui.faults.words.for', { seconds: secondsOf(durationMs) }),
    afterMs ? say('ui.faults.words.after', { seconds: secondsOf(afterMs) }) : '',
    everyMs ? say('ui.faults.words.every', { seconds: secondsOf(everyMs) }) : '',
    times ? say('ui.faults.words.times', { count: times }) : '',
    when ? stageWords(when, say) : '',
  ].filter(Boolean);
}

function stageWords(when: FaultStage, say: Say): string {
  if ('stanza' in when)
    return say(`ui.faults.words.stanza.${when.at ?? 'sent'}`, { pattern: patternWords(when.stanza) });
  if (when.refused !== undefined)
    return say('ui.faults.words.refused', { machine: when.machine, event: when.refused });
  return say('ui.faults.words.state', { machine: when.machine, state: when.state ?? '' });
}

/** `<message> "groupchat"` */
function patternWords(pattern: { name?: string | undefined; contains?: string | undefined }): string {
  const { name, contains } = pattern;
  const parts = [name ? `<${name}>` : '', contains ? `“${contains}”` : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : JSON.stringify(pattern);
}

function percentOf(probability: number): number {
  return Math.round(probability * 1000) / 10;
}

function secondsOf(ms: number): number {
  return Math.round(ms) / 1000;
}

function spoken(code: string, otherwise: string, say: Say): string {
  return hasText(code) ? say(code as TextKey) : otherwise;
}
