/** The report of `explore` for people. */
import type { ExploreReport, Find } from '#core/shared/explore/explore-report.js';
import { renderChoice, renderViolation } from '#core/shared/text/render-choice.js';
import { renderText, type Language, type TextParams } from '#core/shared/text/render.js';
import { printable } from './quoted-line.js';

/** Letters of a hash, and seeds of a find, that are shown. */
const HASH_LETTERS = 12;
const MOST_SEEDS = 12;

/** Where a find was written. */
export interface FindFiles {
  scenario: string;
  session: string;
}

/** @param files of the finds, in their order; none when they were not written */
export function reportText(lang: Language, report: ExploreReport, files: readonly FindFiles[]): string {
  const say = (key: string, params: TextParams = {}): string => renderText(lang, key, params);
  const { ran, from, seeds, failing, finds, stopped, notShrunk } = report;
  const lines = finds.flatMap((find, index) => findLines(lang, find, index + 1, files[index]));
  if (notShrunk > 0) lines.push(say('explore.not-shrunk', { count: notShrunk }));
  const key = finds.length > 0 ? 'explore.summary' : 'explore.summary.none';
  lines.push(say(key, { ran, from, failing, finds: finds.length }));
  if (stopped && ran < seeds) lines.push(say('explore.summary.stopped', { seeds }));
  return lines.join('\n');
}

function findLines(lang: Language, find: Find, number: number, files: FindFiles | undefined): string[] {
  const say = (key: string, params: TextParams = {}): string => printable(renderText(lang, key, params));
  const { seed, choices, violation, drawn, runs, minimal, traceHash, socketsHash } = find;
  const { seq, time, invariant } = violation;
  const memory = traceHash.slice(0, HASH_LETTERS);
  const sockets = socketsHash.slice(0, HASH_LETTERS);
  const details = [
    say('explore.find.event', { seq, time, invariant }),
    choices.length === 0 ? say('explore.find.usual') : say('explore.find.choices', { drawn, seed, runs }),
    ...choices.map((choice) => `  - ${printable(renderChoice(lang, choice))}`),
    ...(minimal ? [] : [say('explore.find.not-minimal')]),
    ...(seed === 0
      ? []
      : [say('explore.find.seeds', { count: find.seeds.length, seeds: seedList(find.seeds) })]),
    traceHash === socketsHash
      ? say('explore.find.sockets.same', { hash: memory })
      : say('explore.find.sockets.other', { memory, sockets }),
    ...(files
      ? [
          say('explore.find.file', { file: files.scenario }),
          say('explore.find.session', { file: files.session }),
        ]
      : []),
  ];
  const title = say('explore.find', { number, violation: renderViolation(lang, violation) });
  return [title, ...details.map((line) => `   ${line}`), ''];
}

function seedList(seeds: readonly number[]): string {
  const shown = seeds.slice(0, MOST_SEEDS).join(', ');
  return seeds.length > MOST_SEEDS ? `${shown} …` : shown;
}
