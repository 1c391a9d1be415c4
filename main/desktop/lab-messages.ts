/** What the desktop and the lab's process say to each other beside the ports. */
export type ToLab =
  /** Comes with a port of a window. */
  | { kind: 'port' }
  /** Open this topology before the next port is served. */
  | { kind: 'open'; path: string };

export interface FromLab {
  kind: 'not-opened';
  path: string;
  reason: string;
}
