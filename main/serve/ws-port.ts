/** A WebSocket as the host API sees it. */
import type { WebSocket } from 'ws';
import type { ViewerPort } from '#core/shared/api/host-server.js';

/** Bytes on their way to a viewer above which trace events wait until they have gone. */
const CONGESTED_BYTES = 16 * 1024 * 1024;

export function wsPort(socket: WebSocket): ViewerPort {
  return {
    send(text) {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    congested: () => socket.bufferedAmount > CONGESTED_BYTES,
  };
}
