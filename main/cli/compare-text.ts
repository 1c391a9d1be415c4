/** The answer of `compare` for people. */
import type { ComparedEvent, Comparison } from '#core/shared/trace/compare/comparison.js';
import { renderEnd, renderEndValue, renderHeadline, renderHow } from '#core/shared/text/render-comparison.js';
import { renderSubject } from '#core/shared/text/render-comparison.js';
import type { Output } from './output.js';

/** Subjects and ends that are written out. */
const SHOWN = 20;
const WIDTH = 160;

export function sayComparison(comparison: Comparison, output: Output): void {
  const { lang } = output;
  const { events, firstEvent, differences, differing, ends } = comparison;
  output.line(renderHeadline(lang, comparison.headline));
  output.line(output.text('cli.compare.events', events));
  if (firstEvent) {
    output.line(output.text('cli.compare.first-event', { seq: firstEvent.seq }));
    sides(firstEvent, output);
  }
  if (differing > 0) output.line(output.text('cli.compare.differing', { count: differing }));
  for (const difference of differences.slice(0, SHOWN)) {
    output.line(`- ${renderSubject(lang, difference)} (${renderHow(lang, difference)})`);
    sides(difference, output);
  }
  if (differing > SHOWN) output.line(output.text('cli.compare.more', { count: differing - SHOWN }));
  if (ends.length > 0) output.line(output.text('cli.compare.ends'));
  for (const end of ends.slice(0, SHOWN)) {
    const [left, right] = [renderEndValue(lang, end.left), renderEndValue(lang, end.right)];
    output.line(`- ${renderEnd(lang, end)}: ${left} | ${right}`);
  }
  if (ends.length > SHOWN) output.line(output.text('cli.compare.more', { count: ends.length - SHOWN }));
}

function sides({ left, right }: { left?: ComparedEvent; right?: ComparedEvent }, output: Output): void {
  output.line(`    ${output.text('compare.side.left')}: ${eventWords(left, output)}`);
  output.line(`    ${output.text('compare.side.right')}: ${eventWords(right, output)}`);
}

function eventWords(event: ComparedEvent | undefined, output: Output): string {
  if (!event) return output.text('compare.nothing');
  const text = event.text.length > WIDTH ? `${event.text.slice(0, WIDTH)}…` : event.text;
  return `#${event.seq} ${event.time} ms ${event.node} ${event.kind} ${text}`;
}
