/** Browser mode: the WebSocket that served this page, with the token that opened it. */
import type { HostPort } from '#core/shared/api/host-client.js';

/** Resolves when the socket is open; rejects when it cannot be. */
export function openWsPort(location: Location): Promise<HostPort> {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const socket = new WebSocket(`ws://${location.host}/?token=${encodeURIComponent(token)}`);
  return new Promise((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('no connection to the lab')), { once: true });
    socket.addEventListener('open', () => resolve(portOf(socket)), { once: true });
  });
}

function portOf(socket: WebSocket): HostPort {
  return {
    send: (text) => socket.send(text),
    onMessage: (hear) => socket.addEventListener('message', ({ data }) => hear(String(data))),
    onClose: (hear) => socket.addEventListener('close', () => hear()),
  };
}
