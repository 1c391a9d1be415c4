/** A choice and a violation of `explore` in words. */
import { isFault, type Choice, type Moment } from '../explore/choice.js';
import type { Violation } from '../explore/violation.js';
import { hasText, renderText, type Language } from './render.js';

export function renderChoice(lang: Language, choice: Choice): string {
  if (!isFault(choice)) {
    const { later } = choice;
    return renderText(lang, 'explore.choice.later', { moment: momentText(lang, later), by: later.by });
  }
  const { fault, after } = choice;
  const { kind, target = '', ...rest } = fault;
  const named = `fault.${kind}`;
  const settings = Object.keys(rest).length === 0 ? '' : ` ${JSON.stringify(rest)}`;
  return renderText(lang, 'explore.choice.fault', {
    moment: momentText(lang, after),
    fault: hasText(named) ? renderText(lang, named) : kind,
    target,
    settings,
  });
}

export function renderViolation(lang: Language, { code, params }: Violation): string {
  const reason = `rooms.reason.${params['reason']}`;
  const words = hasText(reason) ? { ...params, reason: renderText(lang, reason) } : params;
  return renderText(lang, code, words);
}

/** `number 3 from muc1 to server1` */
function momentText(lang: Language, { line, nth }: Moment): string {
  const [, from, to, direction] = /^(\S+?)>(\S+?) (ab|ba)$/.exec(line) ?? [];
  if (from === undefined || to === undefined) return renderText(lang, 'explore.moment', { line, nth });
  const ends = direction === 'ab' ? { from, to } : { from: to, to: from };
  return renderText(lang, 'explore.moment.line', { ...ends, nth, line });
}
