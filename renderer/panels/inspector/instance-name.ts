/** The part of an instance's name that tells it from the others of its node and machine. */
import type { LinkView } from '#core/shared/api/results.js';
import type { TextKey } from '#core/shared/text/en.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';

export function shortName({ instance, node }: Pick<MachineView, 'instance' | 'node'>): string {
  return instance.startsWith(`${node}/`) ? instance.slice(node.length + 1) : instance;
}

/** `muc2/muc/room/tea@muc.example` → `tea@muc.example` */
export function roomJid(instance: string): string {
  return instance.split('/room/')[1] ?? instance;
}

/** The real JID of an occupant: `…/room/ROOM/occupant/JID`. */
export function occupantJid(instance: string): string {
  return instance.split('/occupant/')[1] ?? instance;
}

/** The room in which an occupant is. */
export function roomOf(occupant: string): string {
  return occupant.split('/occupant/')[0] ?? occupant;
}

/** What stands in place of a session's JID: its link may be over while it is still believed in. */
export function noJid({ machine, state }: Pick<MachineView, 'machine' | 'state'>): TextKey {
  const isBound = machine === 'user-session' && /^(active|closed)/.test(state);
  return isBound ? 'ui.inspector.session.without-link' : 'ui.inspector.session.anonymous';
}

/** The client's link that a user session, a client stream or a client belongs to; undefined: it is no more. */
export function linkOfSession(
  { machine, instance, node }: MachineView,
  links: readonly LinkView[],
): LinkView | undefined {
  if (machine === 'client-session') return links.find(({ dialler }) => dialler.node === node);
  if (machine === 'c2s-stream') return links.find(({ id }) => instance.endsWith(`/${id}`));
  // The session manager names a session by its socket: both addresses and ports.
  return links.find(({ acceptor, dialler }) =>
    instance.endsWith(`/${acceptor.address}_${acceptor.port}_${dialler.address}_${dialler.port}`),
  );
}
