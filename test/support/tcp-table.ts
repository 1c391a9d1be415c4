/** The system's own list of TCP sockets: what really is connected, whoever claims what (Linux only). */
import { existsSync, readFileSync } from 'node:fs';

const TABLE = '/proc/net/tcp';
/** `TCP_ESTABLISHED` of the kernel. */
const ESTABLISHED = '01';

export interface TcpEnd {
  address: string;
  port: number;
}

/** One socket; a connection within this machine has two. */
export interface TcpSocket {
  local: TcpEnd;
  remote: TcpEnd;
}

export function hasTcpTable(): boolean {
  return existsSync(TABLE);
}

/** The established sockets with both ends in `block`, such as `127.0.1.`. */
export function establishedWithin(block: string): TcpSocket[] {
  return readFileSync(TABLE, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === ESTABLISHED)
    .map(([, local = '', remote = '']) => ({ local: end(local), remote: end(remote) }))
    .filter(({ local, remote }) => local.address.startsWith(block) && remote.address.startsWith(block));
}

/** `0101007F:149D`: the address as the little-endian number that it is on PCs, the port in plain hexadecimal. */
function end(text: string): TcpEnd {
  const [address = '', port = ''] = text.split(':');
  const octets = Buffer.from(address, 'hex').reverse();
  return { address: octets.join('.'), port: Number.parseInt(port, 16) };
}
