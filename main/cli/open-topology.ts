/** What the commands that open one topology share: reading it, and saying what is wrong with it. */
import type { TopologyReader, TopologySource } from '#core/lab/commands/topology-commands.js';
import type { HostError } from '#core/shared/api/host-error.js';
import { isTdslFile } from '#core/shared/config/topology-files.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { renderText } from '#core/shared/text/render.js';
import { readTopology } from '#main/topology/read-topology.js';
import { savePositions } from '#main/topology/save-positions.js';
import { writeTexts } from '#main/topology/write-texts.js';
import { formatFinding } from './format-finding.js';
import type { Output } from './output.js';
import { textsOf } from './source-texts.js';

/** Reads topologies, keeps what has been read of the one that was named, and notes mistakes of the lab's own. */
export function readerOf(
  topology: string | undefined,
  output: Output,
): TopologyReader & { source(): TopologySource | undefined } {
  let named: TopologySource | undefined;
  return {
    readTopology: async (path) => {
      const source = await readTopology(path);
      if (path === topology) named = source;
      return source;
    },
    savePositions: (path, positions) => savePositions(path, positions),
    writeTexts: (folder, changes, overwrite) => writeTexts(folder, changes, overwrite),
    onBug: (error) => output.note(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    source: () => named,
  };
}

export function showFindings(
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
export function explain(
  output: Output,
  path: string,
  error: HostError,
  source: TopologySource | undefined,
): void {
  showFindings(output, source?.problems ?? [], source);
  if (error.code !== 'topology-empty') {
    output.say('cli.refused', { reason: renderText(output.lang, `host.${error.code}`, error.params) });
  } else if (source?.files.some((file) => isTdslFile(file.path))) {
    output.say('cli.only-tigase-8', { path });
  } else {
    output.say('cli.not-a-topology', { path });
  }
}
