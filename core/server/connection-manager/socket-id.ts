import type { Connection } from '#core/net/connection.js';

/** `127.0.1.3_5277_127.0.1.4_40001`: what Tigase calls the unique id of a socket (§4.1). */
export function socketId(connection: Connection): string {
  const { local, remote } = connection;
  return `${local.address}_${local.port}_${remote.address}_${remote.port}`;
}
