import { HostError } from '#core/shared/api/host-error.js';
import type { Find } from '#core/shared/explore/explore-report.js';
import type { Explorer } from './explorer.js';

/**
 * Plays a find once more and gives the bytes of a session file that opens, paused, at the event at which it went wrong. The
 * run as a whole is the branch before it.
 * @param title of the branch and of its bookmark: what went wrong
 */
export async function findSession(
  explorer: Pick<Explorer, 'run'>,
  { choices, violation: { seq } }: Find,
  title: string,
): Promise<Uint8Array> {
  const short = title.slice(0, LONGEST_TITLE);
  let base64: string | undefined;
  await explorer.run(choices, 'memory', async (_lab, host) => {
    const { branch } = await host.call('branch.fork', { seq, title: short });
    await host.call('session.view', { bookmarks: [{ branch: branch.id, seq, title: short }] });
    ({ base64 } = await host.call('session.save', {}));
  });
  if (base64 === undefined) throw new HostError('session-missing');
  return Buffer.from(base64, 'base64');
}

const LONGEST_TITLE = 200;
