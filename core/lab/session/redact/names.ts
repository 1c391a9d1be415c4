/** Every name that the lab of a session goes by: a secret that is part of one is only replaced where secrets stand. */
import { COMMAND_SCHEMAS } from '#core/shared/api/commands.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { sourcesOf } from '#core/shared/config/edit-topology/topology-file.js';
import type { SessionFile } from '#core/shared/session/session-schema.js';
import type { JournalEntry } from '#core/lab/journal/journal-entry.js';
import { givenTexts, openedTexts, type OpenText } from '#core/lab/texts/open-texts.js';

export function namesIn({ header, branches }: SessionFile): string {
  const opened = openedTexts(header);
  const told = branches.flatMap(({ lines }) => lines.flatMap((line) => namesInEntry(line, opened)));
  return JSON.stringify([namesInTopology(header.name, opened), told, LAB_YAML_KEYS]);
}

const LAB_YAML_KEYS =
  'hosts processes users quirks lint standIns errorCodes canvas strict accounts password jid';

function namesInTopology(name: string, texts: readonly OpenText[]): unknown {
  const sources = sourcesOf(texts);
  const { plan, files } = buildTopology(name, sources.files, sources.labYaml);
  const { users, ...names } = plan;
  const processes = plan.processes.map(
    ({ properties: _p, clusterNodes, externals, extComps, settings, databaseUri: _d, ...rest }) => [
      rest,
      Object.keys(settings),
      clusterNodes.map(({ password: _s, ...node }) => node),
      externals.map(({ secret: _s, ...item }) => item),
      extComps.map(({ secret: _s, ...item }) => item),
    ],
  );
  const keys = files.flatMap(({ entries }) => entries.map(({ key }) => key));
  const jids = users.accounts.map(({ jid }) => jid);
  return [texts.map(({ path }) => path), { ...names, processes }, keys, jids];
}

const NAME_ARGS = ['name', 'node', 'jid', 'client', 'link', 'target', 'kind', 'id', 'fault', 'quirk'];

function namesInEntry(line: string, opened: readonly OpenText[]): unknown[] {
  if (!line.startsWith('["command"')) return [];
  const [, , , command, args] = JSON.parse(line) as Extract<JournalEntry, [kind: 'command', ...unknown[]]>;
  const given = args as Record<string, unknown>;
  return [command, ...NAME_ARGS.map((name) => given[name]), namesApplied(command, args, opened)];
}

/** Names that only edited files have. */
function namesApplied(command: string, args: unknown, opened: readonly OpenText[]): unknown {
  const given = COMMAND_SCHEMAS['topology.apply'].safeParse(args);
  if (command !== 'topology.apply' || !given.success) return [];
  return namesInTopology('', givenTexts(given.data.files, opened, undefined));
}
