/** How session files come in that are too large for a message of the control socket. */

/** Path on the control socket's own server. */
export const SESSION_DOOR = '/session';
/** Bytes of a session file as it is packed: more is not read. */
export const MOST_PACKED_BYTES = 64 * 1024 * 1024;
