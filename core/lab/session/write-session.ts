/** What is open → a session file. */
import { gzipSync } from 'node:zlib';
import { HostError } from '#core/shared/api/host-error.js';
import {
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionBranch,
  type SessionFile,
  type SessionHeader,
} from '#core/shared/session/session-schema.js';
import type { Branch } from '../branches/branch-tree.js';
import { fileNames } from '../texts/file-names.js';
import type { LabSession } from '../lab-session.js';

/** The session as it stands between two steps. */
export function sessionFile(session: LabSession): SessionFile {
  const branches = session.branches.all().map((branch) => {
    const lines = [...branch.journal.kept];
    const { length, hash } = { length: branch.trace.length, hash: branch.trace.digest() };
    return { meta: { ...branchMeta(branch), entries: lines.length, events: length, hash }, lines };
  });
  return { header: sessionHeader(session), branches };
}

export function sessionHeader(session: LabSession): SessionHeader {
  const { source, branches, view } = session;
  const current = branches.current;
  if (!source || !current) throw new HostError('no-topology');
  // The folder that they come from is this machine's own business.
  const strip = fileNames(source);
  return {
    format: SESSION_FORMAT,
    version: SESSION_VERSION,
    ...(session.labVersion === undefined ? {} : { lab: session.labVersion }),
    name: source.name,
    files: source.files.map(({ path, processName, text }) => ({ path: strip(path), text, processName })),
    ...(source.labYaml ? { labYaml: { path: strip(source.labYaml.path), text: source.labYaml.text } } : {}),
    positions: { ...current.options.topology.positions },
    current: current.id,
    at: current.trace.length,
    speed: session.speed,
    bookmarks: session.bookmarks,
    ...(view === undefined ? {} : { view }),
    redacted: false,
  };
}

/** All about a branch but what its trace says. */
export function branchMeta(branch: Branch): SessionBranch {
  const { id, parent, forkSeq, origin, title, options, leftOut, differsAt, journal } = branch;
  return {
    branch: id,
    ...(parent === undefined ? {} : { parent }),
    ...{ forkSeq, origin, title, leftOut },
    ...(differsAt === undefined ? {} : { differsAt }),
    seed: options.seed ?? 1,
    profile: options.profile ?? '5.2',
    quirks: options.quirks ?? {},
    entries: journal.length,
  };
}

export function sessionText({ header, branches }: SessionFile): string {
  const lines = branches.flatMap(({ meta, lines: entries }) => [JSON.stringify(meta), ...entries]);
  return [JSON.stringify(header), ...lines, ''].join('\n');
}

export function packed(file: SessionFile): Buffer {
  return gzipSync(sessionText(file));
}
