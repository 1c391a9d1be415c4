import { HostError } from '#core/shared/api/host-error.js';
import type { CommandArgs, CommandName } from '#core/shared/api/commands.js';
import type { LinkDirection } from '#core/net/link-direction.js';
import type { ClockView } from '#core/shared/api/results.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import type { LabSession } from '../lab-session.js';
import { needPaused } from './clock-commands.js';
import type { Area } from './handlers.js';

/** Commands of the journal that change what waits while nothing moves. */
export const PAUSED_ONLY: ReadonlySet<CommandName> = new Set<CommandName>([
  'pending.drop',
  'pending.duplicate',
  'pending.edit',
  'pending.delay',
]);

export function pendingCommands(session: LabSession): Area<'pending'> {
  const view = (): ClockView => session.clock();
  /** Does something with a waiting frame in whichever direction has it; throws `unknown-pending` when none has. */
  const withFrame = (id: string, work: (direction: LinkDirection, frame: number) => boolean): ClockView => {
    const frame = /^f(\d+)$/.exec(id)?.[1];
    const directions = session.lab.network.allLinks().flatMap((link) => link.directions);
    const found = frame !== undefined && directions.some((direction) => work(direction, Number(frame)));
    if (!found) throw new HostError('unknown-pending', { id });
    return view();
  };
  return {
    'pending.list': () => ({ pending: session.lab.stepper.pending() }),
    'pending.deliver': async ({ id }) => {
      needPaused(session);
      if (!(await session.lab.stepper.deliver(id))) throw new HostError('not-deliverable', { id });
      return session.clockChanged();
    },
    'pending.drop': ({ id }) => {
      if (id.startsWith('t')) {
        if (!session.lab.clock.cancelTimer(Number(id.slice(1))))
          throw new HostError('unknown-pending', { id });
        return view();
      }
      return withFrame(id, (direction, frame) => direction.dropFrame(frame, 'dropped'));
    },
    'pending.hold': (args) => keep(session, args, true),
    'pending.release': (args) => keep(session, args, false),
    'pending.duplicate': ({ id }) => withFrame(id, (direction, frame) => direction.duplicateFrame(frame)),
    'pending.edit': ({ id, text }) => {
      const parsed = parseElement(text);
      // A header is no complete element, and may be edited all the same.
      if (!parsed.ok && !text.startsWith('<stream:stream')) {
        throw new HostError('bad-stanza', { reason: parsed.error.ruleDetail, offset: parsed.error.offset });
      }
      return withFrame(id, (direction, frame) => direction.editFrame(frame, text));
    },
    'pending.delay': ({ id, ms }) => {
      const { clock, ids } = session.lab;
      // A name of its own: a second delay of the same frame does not end with the first.
      const reason = `delay ${ids.next('delay')} ${id}`;
      return withFrame(id, (direction, frame) => {
        if (!direction.hasFrame(frame)) return false;
        direction.hold(reason);
        clock.forNode('').after(ms, reason, () => direction.unhold(reason));
        return true;
      });
    },
  };
}

/** A user's hold on one frame, or on all of a direction: in every mode. */
function keep(session: LabSession, args: CommandArgs<'pending.hold'>, on: boolean): ClockView {
  const { id = '', link: name, direction } = args;
  const { network } = session.lab;
  if (name !== undefined) {
    const link = network.link(name);
    if (!link) throw new HostError('unknown-link', { link: name });
    const wanted = direction === undefined ? link.directions : [link[direction]];
    wanted.forEach((each) => each.keepAll(on));
    return session.clock();
  }
  const frame = Number(/^f(\d+)$/.exec(id)?.[1] ?? 0);
  const directions = network.allLinks().flatMap((link) => link.directions);
  if (!directions.some((each) => each.keepFrame(frame, on))) throw new HostError('unknown-pending', { id });
  return session.clock();
}
