/** The `<cluster>` element that crosses 5277 (§5.5): a method call with the way it has come. */
import { NS_CLUSTER } from '#core/shared/xmpp/namespaces.js';
import { childElements, childNamed, element, textOf, type Element } from '#core/xml/element.js';

export interface ClusterCommand {
  /** Component JIDs `sess-man@node`. */
  from: string;
  to: string;
  id: string;
  method: string;
  params: Record<string, string>;
  visited: string[];
  firstNode: string;
  /** Stanzas carried along, as `jabber:client` elements. */
  data: Element[];
}

export function clusterElement(command: ClusterCommand): Element {
  const { from, to, id, method, params, visited, firstNode, data } = command;
  const pars = Object.entries(params).map(([name, value]) => element('par', { name }, value));
  const control = element(
    'control',
    {},
    element('visited-nodes', {}, ...visited.map((node) => element('node-id', {}, node))),
    element('method-call', { name: method }, ...pars),
    element('first-node', {}, firstNode),
  );
  const parts = data.length > 0 ? [control, element('data', {}, ...data)] : [control];
  return element('cluster', { from, xmlns: NS_CLUSTER, to, type: 'set', id }, ...parts);
}

/** undefined: not a `<cluster>` element that says what to do. */
export function parseClusterElement(el: Element): ClusterCommand | undefined {
  const control = childNamed(el, 'control');
  const call = control && childNamed(control, 'method-call');
  const { from, to, id } = el.attrs as Record<string, string | undefined>;
  const method = (call?.attrs as Record<string, string | undefined> | undefined)?.name;
  if (!control || !call || !from || !to || !method) return undefined;
  const params: Record<string, string> = {};
  for (const par of childElements(call)) {
    const name = (par.attrs as Record<string, string | undefined>).name;
    if (par.name === 'par' && name !== undefined) params[name] = textOf(par);
  }
  const visited = childNamed(control, 'visited-nodes');
  const first = childNamed(control, 'first-node');
  const data = childNamed(el, 'data');
  return {
    from,
    to,
    id: id ?? '',
    method,
    params,
    visited: visited ? childElements(visited).map(textOf) : [],
    firstNode: first ? textOf(first) : from,
    data: data ? childElements(data) : [],
  };
}
