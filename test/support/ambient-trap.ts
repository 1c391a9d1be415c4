/**
 * Hears of every call of a timer, a clock or a source of chance while it is set, and says which of them core/ has made.
 * Lint bans the names; this also finds what a library does on behalf of core/, and what is reached by another name.
 *
 * Who has taken a function for himself while it was free is not heard: set it before core/ is imported (`early-trap.ts`).
 * What is left even then: `Intl.DateTimeFormat` and `Date` of another realm (`vm`), times that the system puts on files,
 * `Atomics.wait`, workers and message channels, what garbage collection tells (`WeakRef`, `FinalizationRegistry`), the order of
 * promises that the lab does not hold, and native code. core/ has none of them: its rooms may not import the modules, by lint.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Deep enough to find core/ above a library. */
const STACK_DEPTH = 40;

/** Something that holds such functions, and their names there. */
interface Holder {
  of: object;
  names: readonly string[];
  /** What Node calls on its own account wherever it is used counts only when core/ or a library has called it itself. */
  direct?: boolean;
  /** Stands before the names in what is heard. */
  as?: string;
}

const HOLDERS: readonly Holder[] = [
  { of: globalThis, names: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] },
  { of: globalThis.performance, names: ['now', 'mark', 'measure'] },
  { of: globalThis.crypto, names: ['getRandomValues', 'randomUUID'] },
  { of: Math, names: ['random'] },
  // Before `hrtime` itself, which is then replaced with all that it has.
  { of: process.hrtime, names: ['bigint'], as: 'hrtime.' },
  { of: process, names: ['hrtime', 'uptime', 'cpuUsage'] },
  { of: process, names: ['nextTick'], direct: true },
  { of: net.Socket.prototype, names: ['setTimeout'], direct: true, as: 'Socket.' },
  { of: AbortSignal, names: ['timeout'], as: 'AbortSignal.' },
  { of: os, names: ['uptime', 'loadavg', 'freemem'], as: 'os.' },
  { of: timers, names: ['setTimeout', 'setInterval', 'setImmediate'] },
  { of: timersPromises, names: ['setTimeout', 'setInterval', 'setImmediate'] },
  { of: timersPromises.scheduler, names: ['wait', 'yield'], as: 'scheduler.' },
  { of: crypto, names: ['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID'] },
];

/** What a library reads and nobody looks at: XState keeps when it began a delay, for snapshots that the lab never takes. */
const EXCUSED: readonly (readonly [library: string, name: string])[] = [['/node_modules/xstate/', 'Date']];
/** Programs outside the lab have no lab time: how long one may take to answer a dial is real. */
const EXCUSED_FILES: readonly (readonly [file: string, name: string])[] = [
  ['core/net/loopback-transport.ts', 'Socket.setTimeout'],
];

type Call = (...args: unknown[]) => unknown;

export class AmbientTrap {
  /** `core/….ts:line name`, each once. */
  private readonly calls = new Set<string>();
  private readonly undo: (() => void)[] = [];

  set(): void {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = STACK_DEPTH;
    this.undo.push(() => (Error.stackTraceLimit = stackTraceLimit));
    for (const holder of HOLDERS) for (const name of holder.names) this.wrap(holder, name);
    this.wrapDate();
    this.wrapDateFormat();
    syncBuiltinESMExports();
  }

  /** Takes it away. */
  lift(): void {
    for (const step of this.undo.reverse()) step();
    this.undo.length = 0;
    syncBuiltinESMExports();
  }

  /** Calls made by files of core/ that lint does not exempt from its ban of these names. */
  async offences(): Promise<string[]> {
    const eslint = new ESLint({ cwd: ROOT });
    const offences: string[] = [];
    for (const call of this.calls) {
      const [place = '', name] = call.split(' ');
      const within = place.slice(0, place.indexOf(':'));
      if (EXCUSED_FILES.some(([file, called]) => file === within && called === name)) continue;
      const file = ROOT + within;
      const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown> };
      if (rules['no-restricted-globals'] !== undefined) offences.push(call);
    }
    return offences.sort();
  }

  /** How many calls of core/ were heard, the exempt ones included. */
  get heard(): number {
    return this.calls.size;
  }

  private wrap({ of: holder, as = '', direct = false }: Holder, name: string): void {
    const original = Object.getOwnPropertyDescriptor(holder, name);
    const inherited = Reflect.get(holder, name) as Call & { [promisify.custom]?: Call };
    const hear = (): void => this.hear(as + name, direct);
    const heard = (call: Call): Call =>
      function (this: unknown, ...args: unknown[]): unknown {
        hear();
        return Reflect.apply(call, this, args);
      };
    const wrapped = heard(inherited);
    const promised = inherited[promisify.custom];
    Object.defineProperties(wrapped, {
      ...Object.getOwnPropertyDescriptors(inherited),
      // The form that `util.promisify` finds.
      ...(promised ? { [promisify.custom]: { value: heard(promised), configurable: true } } : {}),
    });
    Object.defineProperty(holder, name, { value: wrapped, configurable: true, writable: true });
    this.undo.push(() => {
      if (original) Object.defineProperty(holder, name, original);
      else Reflect.deleteProperty(holder, name);
    });
  }

  /** `Date.now()`, `Date()` and `new Date()` read the clock; `new Date(ms)` does not. */
  private wrapDate(): void {
    const original = globalThis.Date;
    const hear = (): void => this.hear('Date');
    globalThis.Date = new Proxy(original, {
      construct(target, args, newTarget) {
        if (args.length === 0) hear();
        return Reflect.construct(target, args, newTarget) as object;
      },
      apply(target, self, args) {
        hear();
        return Reflect.apply(target as () => string, self, args);
      },
      get(target, name) {
        if (name === 'now') hear();
        return Reflect.get(target, name);
      },
    });
    this.undo.push(() => (globalThis.Date = original));
  }

  /** A format that is given no date takes the present one. */
  private wrapDateFormat(): void {
    const { prototype } = Intl.DateTimeFormat;
    const [format, parts] = [
      Object.getOwnPropertyDescriptor(prototype, 'format'),
      Object.getOwnPropertyDescriptor(prototype, 'formatToParts'),
    ];
    if (!format?.get || !parts) throw new Error('Intl.DateTimeFormat is another one');
    const { get } = format;
    const hear = (): void => this.hear('DateTimeFormat');
    const heard = (call: Call, self?: unknown): Call =>
      function (this: unknown, ...args: unknown[]): unknown {
        if (args[0] === undefined) hear();
        return Reflect.apply(call, self ?? this, args);
      };
    Object.defineProperty(prototype, 'format', {
      ...format,
      get(this: Intl.DateTimeFormat) {
        return heard(Reflect.apply(get, this, []) as Call, this);
      },
    });
    Object.defineProperty(prototype, 'formatToParts', { ...parts, value: heard(parts.value as Call) });
    this.undo.push(() => {
      Object.defineProperty(prototype, 'format', format);
      Object.defineProperty(prototype, 'formatToParts', parts);
    });
  }

  /**
   * The nearest frame of core/ has made the call, whatever stands between.
   * @param direct unless it is Node itself that stands between
   */
  private hear(name: string, direct = false): void {
    let between = '';
    for (const frame of stackHere()) {
      const file = frame.getFileName()?.replace('file://', '') ?? '';
      if (direct && file.startsWith('node:')) return;
      if (file.startsWith(`${ROOT}core/`)) {
        const excused = EXCUSED.some(([library, called]) => called === name && between.includes(library));
        if (!excused) this.calls.add(`${file.slice(ROOT.length)}:${frame.getLineNumber()} ${name}`);
        return;
      }
      between += file;
    }
  }
}

/** The stack as it is, not as text: every step of every lab comes through here. */
function stackHere(): NodeJS.CallSite[] {
  const { prepareStackTrace } = Error;
  let frames: NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_error, sites) => {
    frames = sites;
    return '';
  };
  void new Error().stack;
  Error.prepareStackTrace = prepareStackTrace;
  return frames;
}
