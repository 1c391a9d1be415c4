import type { EndDifference } from './comparison.js';
import { plainText } from './plain-text.js';
import type { Story } from './story.js';

/** Things that are told of. */
const MOST = 300;

/** What is not the same when both runs are over: messages first, then rooms, machines, links and faults. */
export function endDifferences(left: Story, right: Story): EndDifference[] {
  const tables = { left: tablesOf(left), right: tablesOf(right) };
  const found: EndDifference[] = [];
  for (const what of WHAT) {
    const [these, those] = [tables.left[what], tables.right[what]];
    for (const subject of new Set([...these.keys(), ...those.keys()])) {
      const [here = '', there = ''] = [these.get(subject), those.get(subject)];
      if (here !== there) found.push({ what, subject, left: here, right: there });
    }
  }
  return found.slice(0, MOST);
}

const WHAT = ['received', 'lost', 'rooms', 'machine', 'link', 'fault'] as const;

function tablesOf(story: Story): Record<(typeof WHAT)[number], Map<string, string>> {
  const { received, verdicts, states, openLinks, faults } = story;
  return {
    received: new Map([...received].map(([client, count]) => [client, String(count)])),
    lost: lostMessages(story),
    rooms: verdicts,
    machine: counted([...states].map(([instance, state]) => [plainText(instance), state])),
    link: new Map([...openLinks].map((link) => [link, 'open'])),
    fault: new Map([...faults.values()].map((fault) => [fault, 'on'])),
  };
}

/** Messages that were dropped, by the link that did not carry them: how many. */
function lostMessages(story: Story): Map<string, string> {
  const lost = new Map<string, number>();
  for (const [text, drop] of story.drops) {
    const row = story.row(drop);
    if (row?.[4] !== 'frame.dropped' || !/<message\b/.test(story.textAt(text))) continue;
    lost.set(row[5][0], (lost.get(row[5][0]) ?? 0) + 1);
  }
  return new Map([...lost].map(([link, count]) => [link, String(count)]));
}

/** Instances that have the same name once ids are taken out stand together. */
function counted(pairs: readonly [string, string][]): Map<string, string> {
  const all = new Map<string, string[]>();
  for (const [name, state] of pairs) all.set(name, [...(all.get(name) ?? []), state]);
  return new Map([...all].map(([name, states]) => [name, states.sort().join(', ')]));
}
