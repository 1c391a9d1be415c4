import { HostError } from '#core/shared/api/host-error.js';
import { isQuirk } from '#core/shared/quirks.js';
import type { Branch } from '../branches/branch-tree.js';
import { TimeTravel, type Carry } from '../branches/time-travel.js';
import type { LabSession } from '../lab-session.js';
import type { Area } from './handlers.js';

export function branchCommands(session: LabSession, carry: Carry): Area<'branch'> {
  const { branches } = session;
  const travel = new TimeTravel(session, carry);
  const entered = (branch: Branch) => {
    session.bus.emit('branch.changed', { branch: branch.id });
    session.clockChanged();
    return { branch: branches.view(branch) };
  };
  return {
    'branch.list': () => ({ branches: branches.all().map((branch) => branches.view(branch)) }),
    'branch.fork': async ({ branch, seq, title = '' }) =>
      entered(await travel.fork(branches.need(branch), seq, title)),
    'branch.switch': async ({ branch }) => entered(await travel.enter(branches.need(branch))),
    'branch.rerun': async ({ branch, profile, quirks, seed, title = '' }) => {
      const unknown = Object.keys(quirks ?? {}).find((quirk) => !isQuirk(quirk));
      if (unknown !== undefined) throw new HostError('unknown-quirk', { quirk: unknown });
      return entered(await travel.rerun(branches.need(branch), { profile, quirks, seed }, title));
    },
    'branch.rename': ({ branch, title }) => {
      branches.need(branch).title = title;
      session.keepHeader();
      return { branch: branches.view(branches.need(branch)) };
    },
    'branch.remove': ({ branch }) => {
      branches.remove(branch);
      return { removed: true };
    },
  };
}
