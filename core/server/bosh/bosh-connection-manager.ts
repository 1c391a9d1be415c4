import { HttpRefusal } from '../http-refusal.js';

/** Component `bosh`, tigase.server.bosh.BoshConnectionManager: port 5280 is open, BOSH is not played yet. */
export class BoshConnectionManager extends HttpRefusal {}
