/** The laboratory as the window calls it: promises over `HostClient`, whatever the transport. */
import { HostClient, type HostPort } from '#core/shared/api/host-client.js';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import type { CommandResult, HostEvents } from '#core/shared/api/results.js';
import type { OpenedSession } from '#core/shared/api/session-view.js';
import { base64Of, checkSize } from './session-files.js';

export interface WindowHost {
  /** Rejects with a `HostError`. */
  call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Promise<CommandResult<Name>>;
  on<Name extends keyof HostEvents>(event: Name, hear: (data: HostEvents[Name]) => void): () => void;
  /** `session.open` with a file of the user's, however large; rejects with a `HostError`. */
  openSession(file: Blob): Promise<OpenedSession>;
}

/** @param upload takes session files in, past the port; without it they go through the port */
export function windowHost(port: HostPort, upload?: WindowHost['openSession']): WindowHost {
  const client = new HostClient(port);
  const host: WindowHost = {
    call: (command, args) =>
      new Promise((resolve, reject) => {
        client.call(command, args, (answer) => (answer.ok ? resolve(answer.result) : reject(answer.error)));
      }),
    on: (event, hear) => client.on(event, hear),
    openSession: async (file) => {
      checkSize(file);
      if (!upload) return host.call('session.open', { base64: await base64Of(file) });
      const opened = await upload(file);
      // What the port was told before this answer has come by then: that another branch is open.
      await host.call('clock.get', {});
      return opened;
    },
  };
  return host;
}
