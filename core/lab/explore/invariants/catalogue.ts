/** Every invariant that reads the trace. `never` and `expects` are the scenario's own: whoever plays it hears of them. */
import type { Invariant } from './invariant.js';
import { labErrors } from './lab-errors.js';
import { noStanzaLost } from './no-stanza-lost.js';
import { roomsAgree } from './rooms-agree.js';

export const INVARIANTS: readonly Invariant[] = [labErrors, roomsAgree, noStanzaLost];
