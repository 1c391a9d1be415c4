/** What the host API shows of nodes and links, read from what runs. */
import type { Link } from '#core/net/link.js';
import type { LinkView, NodeDetails, NodeView } from '#core/shared/api/results.js';
import { portName } from '#core/shared/trace/world/world-views.js';
import type { Lab } from './lab.js';
import type { LabProcess } from './lab-process.js';

export function nodeView(lab: Lab, process: LabProcess): NodeView {
  const { plan } = process;
  const ports: Record<string, number> = {};
  const failedPorts: Record<string, string> = {};
  for (const listener of lab.network.listenersOf(plan.name)) {
    const name = portName(listener.spec.service, listener.spec.port);
    if (listener.open) ports[name] = listener.realPort;
    else if (listener.failure) failedPorts[name] = listener.failure;
  }
  return {
    name: plan.name,
    hostname: plan.hostname,
    address: lab.network.interfaces.real(plan.address),
    logicalAddress: plan.address,
    state: process.state,
    interfaceUp: lab.network.interfaces.isUp(plan.name),
    ports,
    failedPorts,
  };
}

export function nodeDetails(lab: Lab, process: LabProcess): NodeDetails {
  const components = process.plan.components.map(({ name, className, origin }) => {
    const running = process.server?.component(name);
    return { name, className, origin, ...(running ? { queued: running.queued } : {}) };
  });
  return { ...nodeView(lab, process), components };
}

export function linkView(lab: Lab, link: Link): LinkView {
  const { a, b, ab, ba } = link;
  const jid = lab.pictures.jidOn(link.id);
  return {
    id: link.id,
    service: link.service,
    dialler: { node: a.node, ...a.local, external: a.external },
    acceptor: { node: b.node, ...b.local, external: b.external },
    open: link.open,
    waiting: { ab: ab.waiting, ba: ba.waiting },
    held: [...new Set([...ab.heldBy, ...ba.heldBy])],
    faults: lab.network.routes.on(link),
    ...(jid === '' ? {} : { jid }),
    ...compressedEnds(a.compression, b.compression),
  };
}

type Compression = { plain: number; wire: number } | undefined;

function compressedEnds(ab: Compression, ba: Compression): Pick<LinkView, 'compressed'> {
  if (!ab && !ba) return {};
  return { compressed: { ...(ab ? { ab } : {}), ...(ba ? { ba } : {}) } };
}
