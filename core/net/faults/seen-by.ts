/** Options that name a node. */
import { textOf, type OptionSpec, type OptionValues } from '#core/shared/faults/fault-options.js';
import type { Network } from '../network.js';
import type { BadOption } from './fault.js';

/** The node that sees the fault; empty: all of them. */
export const SEEN_BY: OptionSpec = { type: 'text', default: '' };

export function unknownNode(network: Network, options: OptionValues, option: string): BadOption | undefined {
  const node = textOf(options, option);
  if (node === '' || network.interfaces.has(node)) return undefined;
  return { option, allowed: network.interfaces.all().join(', ') };
}
