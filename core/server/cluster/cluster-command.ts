/** The `<cluster>` element that crosses 5277 (§5.5): a method call with the way it has come. */
import { NS_CLUSTER } from '#core/shared/xmpp/namespaces.js';
import { childElements, childNamed, element, textOf, type Element } from '#core/xml/element.js';

export interface ClusterCommand {
  /** Component JIDs `sess-man@node`. */
  from: string;
  to: string;
  id: string;
  method: string;
  /** Attribute `pr`, in 7.1 only. */
  priority?: string;
  params: Record<string, string>;
  visited: string[];
  firstNode: string;
  /** Stanzas carried along, as `jabber:client` elements. */
  data: Element[];
}

export function clusterElement(command: ClusterCommand): Element {
  const { from, to, id, method, priority, params, visited, firstNode, data } = command;
  const pars = Object.entries(params).map(([name, value]) => element('par', { name }, value));
  const control = element(
    'control',
    {},
    element('visited-nodes', {}, ...visited.map((node) => element('node-id', {}, node))),
    element('method-call', { name: method }, ...pars),
    element('first-node', {}, firstNode),
  );
  const parts = data.length > 0 ? [control, element('data', {}, ...data)] : [control];
  return element('cluster', { from, xmlns: NS_CLUSTER, to, type: 'set', id, pr: priority }, ...parts);
}

/** undefined: not a `<cluster>` element that says what to do. */
export function parseClusterElement(el: Element): ClusterCommand | undefined {
  const control = childNamed(el, 'control');
  const call = control && childNamed(control, 'method-call');
  const { from, to, id = '' } = attributes(el);
  const { name: method } = call ? attributes(call) : {};
  if (!control || !call || !from || !to || !method) return undefined;
  const first = childNamed(control, 'first-node');
  return {
    from,
    to,
    id,
    method,
    params: parameters(call),
    visited: childrenOf(control, 'visited-nodes').map(textOf),
    firstNode: first ? textOf(first) : from,
    data: childrenOf(el, 'data'),
  };
}

function attributes(el: Element): Record<string, string | undefined> {
  return el.attrs as Record<string, string | undefined>;
}

function childrenOf(el: Element, name: string): Element[] {
  const holder = childNamed(el, name);
  return holder ? childElements(holder) : [];
}

function parameters(call: Element): Record<string, string> {
  const params: Record<string, string> = {};
  for (const par of childElements(call)) {
    const { name } = attributes(par);
    if (par.name === 'par' && name !== undefined) params[name] = textOf(par);
  }
  return params;
}
