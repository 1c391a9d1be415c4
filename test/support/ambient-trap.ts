/**
 * Hears of every call of a timer, a clock or a source of chance while it is set, and says which of them core/ has made.
 * Lint bans the names; this also finds what a library does on behalf of core/, and what is reached by another name.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Deep enough to find core/ above a library. */
const STACK_DEPTH = 40;

/** Objects that hold them, and their names there. */
const HOLDERS: readonly (readonly [holder: object, names: readonly string[]])[] = [
  [globalThis, ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']],
  [globalThis.performance, ['now']],
  [globalThis.crypto, ['getRandomValues', 'randomUUID']],
  [Math, ['random']],
  // Not nextTick: Node's own sockets call it wherever they are used.
  [process, ['hrtime', 'uptime']],
  [timers, ['setTimeout', 'setInterval', 'setImmediate']],
  [timersPromises, ['setTimeout', 'setInterval', 'setImmediate']],
  [crypto, ['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID']],
];

/** What a library reads and nobody looks at: XState keeps when it began a delay, for snapshots that the lab never takes. */
const EXCUSED: readonly (readonly [library: string, name: string])[] = [['/node_modules/xstate/', 'Date']];

export class AmbientTrap {
  /** `core/….ts:line name`, each once. */
  private readonly calls = new Set<string>();
  private readonly undo: (() => void)[] = [];

  set(): void {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = STACK_DEPTH;
    this.undo.push(() => (Error.stackTraceLimit = stackTraceLimit));
    for (const [holder, names] of HOLDERS) for (const name of names) this.wrap(holder, name);
    this.wrapDate();
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
      const file = ROOT + call.slice(0, call.indexOf(':'));
      const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown> };
      if (rules['no-restricted-globals'] !== undefined) offences.push(call);
    }
    return offences.sort();
  }

  /** How many calls of core/ were heard, the exempt ones included. */
  get heard(): number {
    return this.calls.size;
  }

  private wrap(holder: object, name: string): void {
    const original = Object.getOwnPropertyDescriptor(holder, name);
    const inherited = Reflect.get(holder, name) as (...args: unknown[]) => unknown;
    const hear = (): void => this.hear(name);
    const wrapped = function (this: unknown, ...args: unknown[]): unknown {
      hear();
      return Reflect.apply(inherited, this, args);
    };
    // Such as util.promisify.custom, by which others find the form that they want.
    Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(inherited));
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

  /** The nearest frame of core/ has made the call, whatever stands between. */
  private hear(name: string): void {
    let between = '';
    for (const frame of stackHere()) {
      const file = frame.getFileName()?.replace('file://', '') ?? '';
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
