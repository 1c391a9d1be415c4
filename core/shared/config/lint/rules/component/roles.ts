/** Which side of a component link a process is on, whatever its item says (§6.1, §6.8). */
import { serves, type LintNode } from '#core/shared/config/lint/topology-view.js';

/**
 * `component`: a component process, `server`: one with a session manager and no component for the domain; undefined: it may be
 * either.
 */
export function roleFor(node: LintNode, domain: string): 'component' | 'server' | undefined {
  const { componentSet, components } = node.process;
  if (componentSet === 'comp') return 'component';
  const hasSessionManager = components.some(({ name }) => name === 'sess-man');
  return hasSessionManager && !serves(node, domain) ? 'server' : undefined;
}
