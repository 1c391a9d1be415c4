import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { linkOfSession } from './instance-name.js';
import { boundJid } from './log-queries.js';

export interface SessionShown {
  view: MachineView;
  /** Undefined: nobody has logged in yet, or the link is gone. */
  jid: string | undefined;
  link: string | undefined;
}

/** Every user session of the lab with its address. */
export function useSessions(): SessionShown[] {
  const { links, clients } = useLab(({ links, clients }) => ({ links, clients }));
  const sessions = useLab((state) =>
    [...state.machines.values()].filter(({ machine }) => machine === 'user-session'),
  );
  return sessions.map((view) => {
    const link = linkOfSession(view, links)?.id;
    const client = clients.find((one) => one.link === link);
    return { view, link, jid: link === undefined ? undefined : (client?.jid ?? boundJid(log.all(), link)) };
  });
}
