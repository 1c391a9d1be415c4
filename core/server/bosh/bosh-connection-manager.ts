import { HttpRefusal } from '../http-refusal.js';
import type { ServerContext } from '../server-context.js';

/** Component `bosh`, tigase.server.bosh.BoshConnectionManager: port 5280 is open, BOSH is not played yet. */
export class BoshConnectionManager extends HttpRefusal {
  constructor(context: ServerContext, name: string) {
    super(context, name, 'bosh');
  }
}
