/** Editing the open topology: making it run by other texts, and writing those back to where they came from. */
import type { CommandArgs } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { previewTopology, type TopologyPreview } from '#core/shared/config/preview/preview-topology.js';
import { sourcesOf } from '#core/shared/config/edit-topology/topology-file.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { SECOND_FILE_CODE } from '#core/shared/config/topology-files.js';
import type { LabSession, OpenSource } from '../lab-session.js';
import { checkNames } from '../texts/file-names.js';
import { givenTexts, savedTexts, type OpenText } from '../texts/open-texts.js';
import type { TextChange, TopologyWriter } from '../texts/topology-writer.js';
import { nodeView } from '../views.js';
import type { Handlers } from './handlers.js';

type EditCommands = Pick<Handlers, 'topology.apply' | 'topology.save'>;

export function topologyEditCommands(session: LabSession, writer: TopologyWriter): EditCommands {
  return {
    'topology.apply': ({ files }) => {
      const { lab } = session;
      // Only what a replay knows as well: neither the folder nor what it holds.
      checkNames(namesOf(files), lab.openedNames);
      const texts = givenTexts(files, lab.texts, session.source?.root);
      const named = { name: lab.topology.name, ...sourcesOf(texts) };
      const { plan, findings } = usable(previewTopology(named, lab.profile, lab.topology));
      // Where the cards stand is not in the texts: the user has moved them since.
      plan.positions = lab.topology.positions ?? {};
      const difference = lab.applyTopology(plan, texts);
      return { nodes: lab.processes.map((process) => nodeView(lab, process)), findings, difference };
    },
    'topology.save': (args) => {
      const source = openSource(session);
      return session.writing(async () => {
        // Another topology may have been opened before it was this one's turn.
        if (session.source !== source) throw new HostError('closed');
        return saveTexts(session, writer, source, args);
      });
    },
  };
}

async function saveTexts(
  session: LabSession,
  writer: TopologyWriter,
  source: OpenSource,
  { files, folder, overwrite = false }: CommandArgs<'topology.save'>,
): Promise<CommandResult<'topology.save'>> {
  const { lab } = session;
  const { texts: running } = lab;
  const texts = files ? givenTexts(files, running, source.root) : running;
  checkNames(namesOf(texts), [...lab.openedNames, ...source.saved.keys()]);
  // A folder is never emptied by a request that forgot its files.
  if (!texts.some((text) => text.process !== undefined)) throw new HostError('topology-without-process');
  const target = folder ?? source.root;
  if (target === undefined || !writer.writeTexts) throw new HostError('topology-no-folder');
  const changes = changesFor(texts, folder === undefined ? source.saved : new Map());
  const root = await writer.writeTexts(target, changes, overwrite);
  // Other texts may run by now.
  if (root !== source.root && session.source === source) lab.texts = lab.texts.map(inUtf8);
  source.root = root;
  source.folder = root;
  source.saved = savedTexts(texts);
  const names = (wanted: (change: TextChange) => boolean) => changes.filter(wanted).map(({ name }) => name);
  return {
    folder: root,
    written: names(({ text }) => text !== undefined),
    removed: names(({ text }) => text === undefined),
  };
}

function openSource(session: LabSession): OpenSource {
  if (!session.source) throw new HostError('no-topology');
  return session.source;
}

/** What is only wrong may run: to see what comes of it is what the lab is there for. */
function usable(preview: TopologyPreview): TopologyPreview {
  const [obstacle] = preview.obstacles;
  if (obstacle) throw refusalOf(obstacle);
  if (preview.plan.processes.length > 0) return preview;
  throw new HostError('topology-without-process');
}

/** What a new folder gets is UTF-8, whatever the old one had. */
function inUtf8({ isUtf8: _, ...file }: OpenText): OpenText {
  return file;
}

function refusalOf({ code, range: { file, line }, params }: Finding): HostError {
  if (code === SECOND_FILE_CODE) return new HostError('topology-process-twice', { ...params, file });
  return new HostError('topology-unreadable', { file, line, code });
}

function namesOf(files: readonly { name: string }[]): string[] {
  return files.map(({ name }) => name);
}

function changesFor(texts: readonly OpenText[], saved: ReadonlyMap<string, string>): TextChange[] {
  const kept = new Set(texts.map(({ name }) => name));
  const written = texts
    .filter(({ name, text }) => saved.get(name) !== text)
    .map(({ name, text }) => ({ name, text, expected: saved.get(name) }));
  const gone = [...saved].filter(([name]) => !kept.has(name));
  return [...written, ...gone.map(([name, expected]) => ({ name, text: undefined, expected }))];
}
