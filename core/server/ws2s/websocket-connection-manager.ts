import { HttpRefusal } from '../http-refusal.js';
import type { ServerContext } from '../server-context.js';

/**
 * Component `ws2s`, tigase.server.websocket.WebSocketClientConnectionManager: port 5290 is open, WebSocket (RFC 7395) is
 * not played yet.
 */
export class WebSocketConnectionManager extends HttpRefusal {
  constructor(context: ServerContext, name: string) {
    super(context, name, 'ws2s');
  }
}
