import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { CommandResult, ExampleView } from '#core/shared/api/results.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { processNameOf } from '#core/shared/config/topology-files.js';
import { isQuirk } from '#core/shared/quirks.js';
import type { LabSession } from '../lab-session.js';
import { checkDistinct } from '../texts/file-names.js';
import { openedTexts, savedTexts, textViews } from '../texts/open-texts.js';
import type { TopologyWriter } from '../texts/topology-writer.js';
import type { Picker } from '../stepping/picker.js';
import { nodeView } from '../views.js';
import type { Area } from './handlers.js';

/** The files of a topology as read from a folder; core reads no folders itself. */
export interface TopologySource {
  name: string;
  files: { path: string; processName: string; text: string; isUtf8?: boolean }[];
  labYaml?: { path: string; text: string };
  /** What could not be read. */
  problems: Finding[];
  /** The folder that it was read from; undefined: it came from none. */
  root?: string;
}

/** Card → where its upper left corner is. */
export type Positions = CommandArgs<'topology.place'>['positions'];

/** `invalid`: there is a `lab.yaml` that cannot be read, which is never written over. */
export type SavedPositions = 'saved' | 'not-writable' | 'invalid';

export interface TopologyReader extends TopologyWriter {
  readTopology(path: string): Promise<TopologySource>;
  /** Writes canvas positions where the topology came from; without it nothing is ever written. */
  savePositions?(path: string, positions: Positions): Promise<SavedPositions>;
  /** Topologies that come with the lab; without it there are none. */
  listExamples?(): Promise<ExampleView[]>;
  transport?: 'loopback' | 'memory';
  traceFile?: string;
  picker?: Picker;
  onBug?: (error: unknown) => void;
}

type Given = Pick<CommandArgs<'topology.open'>, 'path' | 'files' | 'name'>;

export function topologyCommands(
  session: LabSession,
  reader: TopologyReader,
): Omit<Area<'topology'>, 'topology.apply' | 'topology.save'> & Area<'lint'> & Area<'examples'> {
  return {
    'topology.open': async (args) => {
      const { built, source } = await build(reader, args);
      if (built.plan.processes.length === 0) {
        throw new HostError('topology-empty', { path: args.path ?? '', problems: source.problems.length });
      }
      const unknown = Object.keys(args.quirks ?? {}).find((quirk) => !isQuirk(quirk));
      if (unknown !== undefined) throw new HostError('unknown-quirk', { quirk: unknown });
      session.speed = args.speed ?? 1;
      const texts = openedTexts(source);
      const findings = [...source.problems, ...lintTopology(built, pickDefined({ profile: args.profile }))];
      // What was read from a folder is what the folder has.
      const saved = savedTexts(source.root === undefined ? [] : texts);
      // From here on the old one is gone: nothing is written to its folder while the new one boots.
      session.setSource(undefined);
      const options = {
        topology: built.plan,
        texts,
        ...pickDefined({ seed: args.seed, profile: args.profile, quirks: args.quirks }),
        ...pickDefined({ transport: reader.transport, traceFile: reader.traceFile, onBug: reader.onBug }),
        ...pickDefined({ picker: reader.picker }),
      };
      const lab = await session.open(options, args.slowBoot ? session.speed : undefined);
      const { mode = 'live' } = args;
      // Who has stopped the boot wants it to stand there.
      if (!session.booted) await lab.stepper.settled();
      else if (mode === 'live') lab.stepper.live(session.speed);
      else if (mode === 'paused') await lab.stepper.pause();
      else await lab.stepper.ordered();
      session.clockChanged();
      session.setSource({ ...source, findings, folder: args.path, saved });
      return { nodes: lab.processes.map((process) => nodeView(lab, process)), findings };
    },
    'topology.get': () => {
      const { lab, source } = session;
      const { texts } = lab;
      const saved = source?.saved ?? new Map<string, string>();
      const kept = new Set(texts.map(({ name }) => name));
      const removed = [...saved.keys()].filter((name) => !kept.has(name));
      const folder = source?.root === undefined ? {} : { folder: source.root };
      const findings = [...session.findings()];
      return { plan: lab.topology, findings, files: textViews(texts, saved), removed, ...folder };
    },
    'topology.place': ({ positions }) => place(session, reader, positions),
    'examples.list': async () => ({ examples: (await reader.listExamples?.()) ?? [] }),
    'lint.run': async (args) => {
      const { built, source } = await build(reader, args);
      return {
        findings: [...source.problems, ...lintTopology(built, pickDefined({ profile: args.profile }))],
      };
    },
  };
}

async function place(
  session: LabSession,
  reader: TopologyReader,
  positions: Positions,
): Promise<CommandResult<'topology.place'>> {
  const path = session.source?.folder;
  session.place(positions);
  if (path === undefined) return { saved: 'window' };
  const saved = await session.writing(async () => reader.savePositions?.(path, positions));
  if (saved === 'invalid') throw new HostError('lab-yaml-invalid', { path });
  return { saved: saved === 'saved' ? 'lab.yaml' : 'window' };
}

async function build(
  reader: TopologyReader,
  given: Given,
): Promise<{ built: ReturnType<typeof buildTopology>; source: TopologySource }> {
  const source = await sourceOf(reader, given);
  return { built: buildTopology(source.name, source.files, source.labYaml), source };
}

async function sourceOf(
  reader: TopologyReader,
  { path, files, name: called = 'pasted' }: Given,
): Promise<TopologySource> {
  if (path !== undefined) return reader.readTopology(path);
  if (!files) throw new HostError('topology-missing');
  checkDistinct(files.map((file) => file.name));
  const labYaml = files.find((file) => file.name === 'lab.yaml');
  const sources = files
    .filter((file) => file !== labYaml)
    .map(({ name, text }) => ({ path: name, processName: processNameOf(name) ?? name, text }));
  return {
    name: called,
    files: sources,
    problems: [],
    ...(labYaml ? { labYaml: { path: labYaml.name, text: labYaml.text } } : {}),
  };
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Leaves out what is undefined: an absent option is not an option set to undefined. */
function pickDefined<T extends Record<string, unknown>>(options: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}
