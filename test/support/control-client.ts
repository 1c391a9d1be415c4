/** Commands to a running lab, over the control address of its ready line. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import { HostClient } from '#core/shared/api/host-client.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { eventually } from './eventually.js';

export interface ControlClient {
  call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Promise<CommandResult<Name>>;
  close(): void;
}

export async function openControl(url: string): Promise<ControlClient> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  const host = new HostClient({
    send: (text) => socket.send(text),
    onMessage: (hear) => void socket.on('message', (data) => hear(String(data))),
    onClose: (hear) => void socket.on('close', hear),
  });
  return {
    call: (command, args) =>
      new Promise((resolve, reject) => {
        host.call(command, args, (answer) => (answer.ok ? resolve(answer.result) : reject(answer.error)));
      }),
    close: () => socket.close(),
  };
}

/** An account that a test logs in to. */
export interface Account {
  user: string;
  password: string;
}

/**
 * Lets a built-in client log in to each account once, which creates it. SCRAM never shows the password, so a client
 * that takes nothing else needs an account that is there already.
 */
export async function createAccounts(
  control: string,
  node: string,
  accounts: readonly Account[],
): Promise<void> {
  const lab = await openControl(control);
  const states = async (): Promise<string[]> =>
    (await lab.call('client.list', {})).clients.map(({ state }) => state);
  for (const { user, password } of accounts) {
    await lab.call('client.add', { name: user, node, password, mechanism: 'PLAIN', presence: false });
  }
  await eventually(
    'the built-in clients are online',
    async () => (await states()).every((state) => state === 'online'),
    states,
  );
  for (const { user } of accounts) await lab.call('client.remove', { client: user });
  lab.close();
}
