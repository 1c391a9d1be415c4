/** What a Tigase writes into its log when a dial fails (§6.4). */
import type { DialError } from '#core/net/connection.js';
import type { ServerContext } from './server-context.js';

const LOGGER = 'tigase.server.ConnectionManager';

interface FailedDial {
  error: DialError;
  /** Component name. */
  service: string;
  host: string;
  port: number;
}

/**
 * A refused connection is quiet (FINE and below); a name that does not resolve or a network that is down is a WARNING
 * at each try.
 */
export function dialFailure(context: ServerContext, dial: FailedDial): void {
  const { error, service, host, port } = dial;
  const loud = {
    UNRESOLVED: 'java.nio.channels.UnresolvedAddressException',
    ENETUNREACH: 'java.net.SocketException: Network is unreachable',
  };
  const text = loud[error as keyof typeof loud];
  if (text !== undefined) {
    const props = `{port-no=${port}, local-host=${context.hostname}, remote-host=${host}, type=connect, socket=plain}`;
    context.log.write('WARNING', LOGGER, `Error: creating connection for: ${props} ${text}`);
    return;
  }
  const cid = `${context.hostname}@${host}`;
  const seconds = service === 'cl-comp' ? 5 : 2;
  context.log.write(
    'FINE',
    LOGGER,
    `Reconnecting service for component: ${service}, to remote host: ${host} on port: ${port}`,
  );
  context.log.write(
    'FINER',
    LOGGER,
    `Reconnecting service for: ${service}, scheduling next try in ${seconds}secs, cid: ${cid}`,
  );
}
