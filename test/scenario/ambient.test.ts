import path from 'node:path';
import vm from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { AmbientTrap } from '../support/ambient-trap.js';
import { ROOT } from './play-file.js';

/** Runs a line as if it stood in that file. */
function planted(code: string, file = 'core/server/planted.ts'): void {
  const run = vm.runInThisContext(`(require) => { ${code} }`, { filename: path.join(ROOT, file) }) as (
    require: (name: string) => unknown,
  ) => void;
  run(process.getBuiltinModule);
}

describe('the trap for timers, clocks and chance', () => {
  const trap = new AmbientTrap();
  afterEach(() => trap.lift());

  it.each([
    ['clearTimeout(setTimeout(() => undefined, 0))', 'setTimeout'],
    ['setImmediate(() => undefined)', 'setImmediate'],
    ['queueMicrotask(() => undefined)', 'queueMicrotask'],
    ['Date.now()', 'Date'],
    ['new Date()', 'Date'],
    ['Date()', 'Date'],
    ['performance.now()', 'now'],
    ['Math.random()', 'random'],
    ['process.hrtime()', 'hrtime'],
    ['crypto.randomUUID()', 'randomUUID'],
    ["require('node:crypto').randomBytes(4)", 'randomBytes'],
    ["require('node:timers').setImmediate(() => undefined)", 'setImmediate'],
    ["require('node:timers/promises').setImmediate()", 'setImmediate'],
    ['[1, 2].sort(() => Math.random() - 0.5)', 'random'],
    ['process.nextTick(() => undefined)', 'nextTick'],
    ['process.hrtime.bigint()', 'hrtime.bigint'],
    ["new (require('node:net').Socket)().setTimeout(0)", 'Socket.setTimeout'],
    ['AbortSignal.timeout(1)', 'AbortSignal.timeout'],
    ["require('node:timers/promises').scheduler.yield()", 'scheduler.yield'],
    ["require('node:util').promisify(setTimeout)(0)", 'setTimeout'],
    ["require('node:os').uptime()", 'os.uptime'],
    ["new Intl.DateTimeFormat('en').format()", 'DateTimeFormat'],
    ["new Intl.DateTimeFormat('en').formatToParts()", 'DateTimeFormat'],
    ["[undefined].map(new Intl.DateTimeFormat('en').format)", 'DateTimeFormat'],
  ])('hears %s', async (code, name) => {
    const fresh = new AmbientTrap();
    fresh.set();
    planted(code);
    fresh.lift();
    expect(await fresh.offences()).toEqual([`core/server/planted.ts:1 ${name}`]);
  });

  it('lets the files pass that lint lets pass, and everybody outside core/', async () => {
    trap.set();
    planted('Date.now()', 'core/lab/clock.ts');
    planted('Date.now()', 'main/cli/cli.ts');
    Date.now();
    trap.lift();
    expect([trap.heard, await trap.offences()]).toEqual([1, []]);
  });

  it('leaves everything as it was', () => {
    const before = [setTimeout, Date, Math.random, performance.now];
    trap.set();
    expect([setTimeout, Date, Math.random]).not.toEqual(before.slice(0, 3));
    trap.lift();
    expect([setTimeout, Date, Math.random, performance.now]).toEqual(before);
  });

  it('hears what was taken while it was set, by whatever name it is called later', async () => {
    const fresh = new AmbientTrap();
    fresh.set();
    planted('globalThis.taken = performance.now.bind(performance)');
    planted('globalThis.taken()');
    fresh.lift();
    Reflect.deleteProperty(globalThis, 'taken');
    expect(await fresh.offences()).toEqual(['core/server/planted.ts:1 now']);
  });

  it('does not mind what Node does by itself', () => {
    const fresh = new AmbientTrap();
    fresh.set();
    planted("new (require('node:net').Socket)().destroy()");
    fresh.lift();
    expect(fresh.heard).toBe(0);
  });

  it('does not mind a date that is given', () => {
    const fresh = new AmbientTrap();
    fresh.set();
    planted("new Date(0).toISOString() + new Intl.DateTimeFormat('en').format(0)");
    fresh.lift();
    expect(fresh.heard).toBe(0);
  });
});
