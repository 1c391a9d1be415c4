/** `cluster-lab up`: a topology without a window, until a signal or `--duration` ends it. */
import type { TopologySource } from '#core/lab/commands/topology-commands.js';
import { LabHost } from '#core/lab/lab-host.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { isTdslFile } from '#core/shared/config/topology-files.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { renderText } from '#core/shared/text/render.js';
import { openControlSocket } from '#main/serve/control-socket.js';
import { readTopology } from '#main/topology/read-topology.js';
import type { ProfileName } from './arguments.js';
import { EXIT } from './exit-codes.js';
import { formatFinding } from './format-finding.js';
import type { Output } from './output.js';
import { textsOf } from './source-texts.js';
import { untilStopped, type Stop } from './until-stopped.js';

export interface UpOptions {
  events?: boolean;
  speed?: number;
  profile?: ProfileName;
  quirk?: Record<string, boolean>;
  seed?: number;
  duration?: number;
  db?: string;
  slowBoot?: boolean;
}

export async function up(topology: string, options: UpOptions, output: Output): Promise<number> {
  if (options.db !== undefined) {
    output.say('cli.not-yet', { option: '--db' });
    return EXIT.unusable;
  }
  const stop = untilStopped();
  const read = new Map<string, TopologySource>();
  const host = new LabHost({
    readTopology: async (path) => {
      const source = await readTopology(path);
      if (path === topology) read.set(path, source);
      return source;
    },
    onBug: (error) => output.note(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  try {
    const { profile, seed, speed, slowBoot, quirk: quirks } = options;
    const opened = await host.call('topology.open', {
      path: topology,
      profile,
      seed,
      speed,
      slowBoot,
      quirks,
      mode: 'live',
    });
    showFindings(output, opened.findings, read.get(topology));
    await serve(host, opened, output, { stop, ...options });
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    explain(output, topology, error, read.get(topology));
    return EXIT.unusable;
  } finally {
    await host.close();
    stop.release();
  }
}

async function serve(
  host: LabHost,
  { nodes }: CommandResult<'topology.open'>,
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

function showFindings(
  output: Output,
  findings: readonly Finding[],
  source: TopologySource | undefined,
): void {
  const texts = textsOf(source ? [source] : []);
  for (const finding of findings) {
    if (finding.severity !== 'info') output.note(formatFinding(output.lang, finding, texts));
  }
}

/** Why nothing runs, with the path that was given and what to give instead. */
function explain(output: Output, path: string, error: HostError, source: TopologySource | undefined): void {
  showFindings(output, source?.problems ?? [], source);
  if (error.code !== 'topology-empty') {
    output.say('cli.refused', { reason: renderText(output.lang, `host.${error.code}`, error.params) });
  } else if (source?.files.some((file) => isTdslFile(file.path))) {
    output.say('cli.only-tigase-8', { path });
  } else {
    output.say('cli.not-a-topology', { path });
  }
}
