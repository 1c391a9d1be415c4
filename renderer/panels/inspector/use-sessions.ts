import type { MachineView } from '#core/shared/trace/machine-fold.js';
import { useLab } from '#renderer/store/use-lab.js';
import { linkOfSession } from './instance-name.js';

export interface SessionShown {
  view: MachineView;
  /** Undefined: nobody has logged in yet, or the link is gone. */
  jid: string | undefined;
  link: string | undefined;
}

/** Every user session of the lab with its address. */
export function useSessions(): SessionShown[] {
  const links = useLab((state) => state.links);
  const sessions = useLab((state) =>
    [...state.machines.values()].filter(({ machine }) => machine === 'user-session'),
  );
  return sessions.map((view) => {
    const link = linkOfSession(view, links);
    return { view, link: link?.id, jid: link?.jid };
  });
}
