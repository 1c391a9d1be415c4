/** `cluster-lab up`: a topology without a window, until a signal or `--duration` ends it. */
import { LabHost } from '#core/lab/lab-host.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { openControlSocket } from '#main/serve/control-socket.js';
import { sessionFiles } from '#main/sessions/session-files.js';
import { systemCode } from '#main/topology/read-text.js';
import type { ProfileName } from './arguments.js';
import { EXIT } from './exit-codes.js';
import { explain, readerOf, showFindings } from './open-topology.js';
import { openSession } from './open-session.js';
import type { Output } from './output.js';
import { untilStopped, type Stop } from './until-stopped.js';

export interface UpOptions {
  session?: string;
  events?: boolean;
  speed?: number;
  profile?: ProfileName;
  quirk?: Record<string, boolean>;
  seed?: number;
  duration?: number;
  db?: string;
  slowBoot?: boolean;
}

export async function up(topology: string | undefined, options: UpOptions, output: Output): Promise<number> {
  if ((topology === undefined) === (options.session === undefined)) {
    output.say('cli.up.what');
    return EXIT.unusable;
  }
  if (options.db !== undefined) {
    output.say('cli.not-yet', { option: '--db' });
    return EXIT.unusable;
  }
  const stop = untilStopped();
  const reader = readerOf(topology, output);
  const trouble = (error: unknown): void => output.say('cli.not-kept', { reason: systemCode(error) });
  const host = new LabHost({ ...reader, sessions: sessionFiles({ trouble, keep: false }) });
  try {
    const { profile, seed, speed, slowBoot, quirk: quirks } = options;
    const opened =
      options.session === undefined
        ? await host.call('topology.open', {
            path: topology,
            profile,
            seed,
            speed,
            slowBoot,
            quirks,
            mode: 'live',
          })
        : await openSession(host, options.session, output);
    showFindings(output, opened.findings, reader.source());
    await serve(host, opened, output, { stop, ...options });
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    explain(output, topology ?? '', error, reader.source());
    return EXIT.unusable;
  } finally {
    await host.close();
    stop.release();
  }
}

async function serve(
  host: LabHost,
  { nodes }: Pick<CommandResult<'topology.open'>, 'nodes'>,
  output: Output,
  { stop, events, duration }: UpOptions & { stop: Stop },
): Promise<void> {
  const control = await openControlSocket(host, output.lang);
  try {
    const shown = nodes.map(({ name, hostname, address, ports }) => ({ name, hostname, address, ports }));
    output.line(JSON.stringify({ event: 'ready', nodes: shown, control: control.url }));
    if (events)
      host.feed(1, undefined, (batch) => batch.events.forEach((event) => output.line(JSON.stringify(event))));
    await stop.wait(duration);
  } finally {
    await control.close();
  }
}
