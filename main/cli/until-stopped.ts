/** When a command that runs on its own is to end: on a signal, or after a time. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell reports of a process that a second Ctrl-C has ended. */
const IMPATIENT = 130;

export interface Stop {
  /** Resolves at the first signal, or `seconds` from now. */
  wait(seconds: number | undefined): Promise<void>;
  /** No longer listens to signals. */
  release(): void;
}

/** Listens from now on, so that a signal during the boot is not lost; a second one ends the process at once. */
export function untilStopped(): Stop {
  let asked = false;
  let tell = (): void => undefined;
  const signal = new Promise<void>((resolve) => (tell = resolve));
  const onSignal = (): void => {
    if (asked) process.exit(IMPATIENT);
    asked = true;
    tell();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  let timer: NodeJS.Timeout | undefined;
  return {
    wait(seconds) {
      if (seconds !== undefined) timer = setTimeout(tell, seconds * 1000);
      return signal;
    },
    release() {
      clearTimeout(timer);
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
