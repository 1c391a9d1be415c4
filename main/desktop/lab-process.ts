/** The lab's own process: the host API for every port that the desktop hands in. It may crash; the window does not. */
import type { MessagePortMain } from 'electron';
import { LabHost } from '#core/lab/lab-host.js';
import { HostError } from '#core/shared/api/host-error.js';
import { HostServer } from '#core/shared/api/host-server.js';
import { SESSION_ENDING } from '#core/shared/session/session-schema.js';
import { languageOf, renderText, type Language } from '#core/shared/text/render.js';
import { ownPackage } from '#main/package-root.js';
import { sessionFiles } from '#main/sessions/session-files.js';
import { listExamples } from '#main/topology/list-examples.js';
import { readTopology } from '#main/topology/read-topology.js';
import { savePositions } from '#main/topology/save-positions.js';
import { writeTexts } from '#main/topology/write-texts.js';
import type { FromLab, ToLab } from './lab-messages.js';

const desktop = process.parentPort;
const lang = languageOf(process.env['CLUSTER_LAB_LANG']);

const host = new LabHost({
  readTopology,
  listExamples,
  savePositions: (path, positions) => savePositions(path, positions),
  writeTexts: (folder, changes, overwrite) => writeTexts(folder, changes, overwrite),
  version: ownPackage().version,
  sessions: sessionFiles({ trouble: note, keep: true }),
  onBug: note,
});

/** A window that comes while a topology is being opened waits for it, and finds it open. */
let opened: Promise<void> = Promise.resolve();

desktop.on('message', ({ data, ports: [port] }) => {
  const message = data as ToLab;
  if (message.kind === 'open') opened = open(message.path);
  else if (port) void opened.then(() => serve(port));
});

/** For whoever has started the program from a terminal. */
function note(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

function serve(port: MessagePortMain): void {
  // A port tells nobody how much it still holds; batches are one per frame of the lab and small.
  const viewer = new HostServer(
    host,
    { send: (text) => port.postMessage(text), congested: () => false },
    lang,
  );
  port.on('message', ({ data }) => viewer.receive(String(data)));
  port.on('close', () => viewer.close());
  port.start();
}

async function open(path: string): Promise<void> {
  try {
    if (path.endsWith(SESSION_ENDING)) await host.call('session.open', { path });
    else await host.call('topology.open', { path });
  } catch (error) {
    tell({ kind: 'not-opened', path, reason: reasonOf(error, lang) });
  }
}

function reasonOf(error: unknown, language: Language): string {
  if (error instanceof HostError) return renderText(language, `host.${error.code}`, error.params);
  return error instanceof Error ? error.message : String(error);
}

function tell(message: FromLab): void {
  desktop.postMessage(message);
}
