/** Every bound of a run that the host knows can be asked for in the window. */
import { expect, it } from 'vitest';
import { COMMAND_SCHEMAS } from '#core/shared/api/commands.js';
import { BLANK, runOf, type UntilFields } from '#renderer/panels/run-controls/until-fields.js';

/** Of a run that nobody has bounded otherwise. */
const BOUNDS = { events: 100_000, forMs: 3_600_000 };

const GOOD: [Partial<UntilFields>, unknown][] = [
  [
    { kind: 'seq', seq: ' 12 ' },
    { seq: 12, ...BOUNDS },
  ],
  [{ kind: 'time', time: '2.5', mostEvents: 'whatever' }, { time: 2.5 }],
  [
    { kind: 'event', filter: 'kind:link.*' },
    { event: 'kind:link.*', ...BOUNDS },
  ],
  [
    { kind: 'stanza', contains: 'bread', mostEvents: ' 500 ', mostSeconds: '0.5' },
    { stanza: { contains: 'bread' }, events: 500, forMs: 500 },
  ],
  [
    { kind: 'machine', instance: 'muc1/room/lab', node: 'muc1', state: 'active' },
    { machine: { instance: 'muc1/room/lab', node: 'muc1', state: 'active' }, ...BOUNDS },
  ],
  [
    { kind: 'node', node: 'muc1' },
    { node: 'muc1', ...BOUNDS },
  ],
];

it.each(GOOD)('%o is a run that the host takes', (fields, run) => {
  const asked = runOf({ ...BLANK, ...fields });
  expect(asked).toEqual(run);
  expect(COMMAND_SCHEMAS['clock.runUntil'].parse(asked)).toEqual(run);
});

it.each<Partial<UntilFields>>([
  { kind: 'seq', seq: '1.5' },
  { kind: 'seq', seq: '99999999999999999999' },
  { kind: 'time', time: '' },
  { kind: 'time', time: 'soon' },
  { kind: 'event', filter: ' ' },
  { kind: 'event', filter: 'kind:link.* (' },
  { kind: 'stanza' },
  { kind: 'machine', instance: 'muc1/room/lab' },
  { kind: 'node' },
  { kind: 'seq', seq: '12', mostEvents: '' },
  { kind: 'seq', seq: '12', mostEvents: '1.5' },
  { kind: 'seq', seq: '12', mostEvents: '1e12' },
  { kind: 'seq', seq: '12', mostSeconds: '0' },
  { kind: 'seq', seq: '12', mostSeconds: 'long' },
])('%o is none', (fields) => {
  expect(runOf({ ...BLANK, ...fields })).toBeUndefined();
});
