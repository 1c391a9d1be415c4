/** What a program outside the lab has done to it: all that a recording of the lab has to keep of that program. */
export type OutsideEvent =
  /** It has connected to a listener; `address` is the logical one. */
  | { kind: 'arrived'; node: string; address: string; port: number }
  | { kind: 'bytes'; link: string; bytes: Uint8Array }
  /** Its FIN. */
  | { kind: 'end'; link: string }
  | { kind: 'closed'; link: string; reset: boolean }
  /** Whether it has accepted the dial of that link: empty, or the system's code. */
  | { kind: 'answered'; link: string; code: string };
