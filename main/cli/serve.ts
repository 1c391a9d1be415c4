/** `cluster-lab serve`: the window in a browser, until a signal ends it. */
import { LabHost } from '#core/lab/lab-host.js';
import { HostError } from '#core/shared/api/host-error.js';
import { openWindowServer, windowFolder, type WindowServer } from '#main/serve/window-server.js';
import { ownPackage } from '#main/package-root.js';
import { sessionFiles } from '#main/sessions/session-files.js';
import { listExamples } from '#main/topology/list-examples.js';
import { systemCode } from '#main/topology/read-text.js';
import { EXIT } from './exit-codes.js';
import { explain, readerOf } from './open-topology.js';
import { openSession } from './open-session.js';
import type { Output } from './output.js';
import { untilStopped } from './until-stopped.js';

export interface ServeOptions {
  session?: string;
  port?: number;
}

export async function serve(
  topology: string | undefined,
  { port = 0, session }: ServeOptions,
  output: Output,
): Promise<number> {
  const folder = windowFolder();
  if (folder === undefined) {
    output.say('cli.serve.not-built');
    return EXIT.unusable;
  }
  const stop = untilStopped();
  const reader = readerOf(topology, output);
  const trouble = (error: unknown): void => output.say('cli.not-kept', { reason: systemCode(error) });
  const host = new LabHost({
    ...reader,
    listExamples,
    version: ownPackage().version,
    sessions: sessionFiles({ trouble, keep: true }),
  });
  let server: WindowServer | undefined;
  try {
    // Before anything is opened: a port that is taken is said at once.
    server = await openWindowServer(host, output.lang, { folder, port });
    if (session !== undefined) await openSession(host, session, output);
    else if (topology !== undefined) await host.call('topology.open', { path: topology });
    output.line(server.url);
    await stop.wait(undefined);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof HostError) explain(output, topology ?? '', error, reader.source());
    else if (server) throw error;
    else output.say('cli.serve.port-taken', { port, reason: systemCode(error) });
    return EXIT.unusable;
  } finally {
    await server?.close();
    await host.close();
    stop.release();
  }
}
