/** A session without secrets: each is another word, the same one everywhere, so that the session still plays. */
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { SessionCut, SessionFile } from '#core/shared/session/session-schema.js';
import type { JournalEntry } from '#core/lab/journal/journal-entry.js';
import { journalWithout } from './journal-secrets.js';
import { Secrets } from './secrets.js';
import { labYamlWithout, propertiesWithout } from './topology-secrets.js';

export function redacted(file: SessionFile): { file: SessionFile; secrets: number } {
  const secrets = new Secrets();
  // Once to know all secrets, and once with the words for all of them.
  withoutSecrets(file, secrets);
  secrets.settle(namesIn(file));
  const clean = withoutSecrets(file, secrets);
  return { file: clean, secrets: secrets.size };
}

function withoutSecrets({ header, branches }: SessionFile, secrets: Secrets): SessionFile {
  const files = header.files.map(({ text, ...rest }) => ({
    ...rest,
    text: secrets.without(propertiesWithout(text, secrets)),
  }));
  const { labYaml, view, bookmarks } = header;
  const yaml = labYaml && {
    path: labYaml.path,
    text: secrets.without(labYamlWithout(labYaml.text, secrets)),
  };
  const cuts: SessionCut[] = [];
  const cleanBranches = branches.map(({ meta, lines }) => {
    const journal = journalWithout(lines, secrets);
    if (journal.cut) cuts.push({ branch: meta.branch, ...journal.cut });
    // The hash is that of a trace with the real secrets.
    const { events: _events, hash: _hash, ...rest } = meta;
    const title = secrets.without(meta.title);
    return { meta: { ...rest, title, entries: journal.lines.length }, lines: journal.lines };
  });
  return {
    header: {
      ...header,
      files,
      ...(yaml ? { labYaml: yaml } : {}),
      bookmarks: secrets.withoutIn(bookmarks),
      ...(view === undefined ? {} : { view: secrets.withoutIn(view) }),
      redacted: true,
      cuts,
    },
    branches: cleanBranches,
  };
}

/** Every name that the lab goes by: a secret that is part of one is only replaced where secrets stand. */
function namesIn({ header, branches }: SessionFile): string {
  const { plan, files } = buildTopology(header.name, header.files, header.labYaml);
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
  const targets = branches.flatMap(({ lines }) => lines.flatMap(namesInEntry));
  const labKeys = [
    'hosts processes users quirks lint standIns errorCodes canvas strict accounts password jid',
  ];
  return JSON.stringify([
    header.files.map(({ path }) => path),
    { ...names, processes },
    keys,
    jids,
    targets,
    labKeys,
  ]);
}

const NAME_ARGS = ['name', 'node', 'jid', 'client', 'link', 'target', 'kind', 'id', 'fault', 'quirk'];

function namesInEntry(line: string): unknown[] {
  if (!line.startsWith('["command"')) return [];
  const [, , , command, args] = JSON.parse(line) as Extract<JournalEntry, [kind: 'command', ...unknown[]]>;
  const given = args as Record<string, unknown>;
  return [command, ...NAME_ARGS.map((name) => given[name])];
}
