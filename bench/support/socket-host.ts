/** The host API over a WebSocket of one's own, as any program would use it. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { windowHost, type WindowHost } from '#renderer/host/lab-host.js';

export interface SocketHost extends WindowHost {
  close(): void;
}

/** `url` is the address of the window: `http://127.0.0.1:PORT/?token=…` */
export async function openSocketHost(url: string): Promise<SocketHost> {
  const socket = new WebSocket(url.replace(/^http:/, 'ws:'));
  const host = windowHost({
    send: (text) => socket.send(text),
    onMessage: (hear) => void socket.on('message', (data) => hear(String(data))),
    onClose: (hear) => void socket.on('close', hear),
  });
  await once(socket, 'open');
  return { ...host, close: () => socket.close() };
}
