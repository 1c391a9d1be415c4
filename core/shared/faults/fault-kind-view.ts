/** What the host API tells of a kind of fault: enough for a form. */
import type { OptionSpecs } from './fault-options.js';

/**
 * What a kind is put on. `route`: a link or route selector; `port`: `NODE:PORT`; `name`: a host name; `database`: its
 * URI, or a node that uses it; `nodes`: two or more groups of nodes, `server1,muc1|server2`.
 */
export type FaultGround = 'route' | 'node' | 'port' | 'name' | 'database' | 'nodes';

/** Headings of the shelf. */
export type FaultGroup =
  'connection' | 'line' | 'frames' | 'process' | 'interface' | 'name' | 'port' | 'database' | 'pattern';

export interface FaultKindView {
  kind: string;
  on: FaultGround;
  group: FaultGroup;
  directed: boolean;
  once: boolean;
  options: OptionSpecs;
}
