import { HttpRefusal } from '../http-refusal.js';

/**
 * Component `ws2s`, tigase.server.websocket.WebSocketClientConnectionManager: port 5290 is open, WebSocket (RFC 7395) is
 * not played yet.
 */
export class WebSocketConnectionManager extends HttpRefusal {}
