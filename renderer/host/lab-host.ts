/** The laboratory as the window calls it: promises over `HostClient`, whatever the transport. */
import { HostClient, type HostPort } from '#core/shared/api/host-client.js';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import type { CommandResult, HostEvents } from '#core/shared/api/results.js';

export interface WindowHost {
  /** Rejects with a `HostError`. */
  call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Promise<CommandResult<Name>>;
  on<Name extends keyof HostEvents>(event: Name, hear: (data: HostEvents[Name]) => void): () => void;
}

export function windowHost(port: HostPort): WindowHost {
  const client = new HostClient(port);
  return {
    call: (command, args) =>
      new Promise((resolve, reject) => {
        client.call(command, args, (answer) => (answer.ok ? resolve(answer.result) : reject(answer.error)));
      }),
    on: (event, hear) => client.on(event, hear),
  };
}
