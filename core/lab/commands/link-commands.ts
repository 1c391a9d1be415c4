import { HostError } from '#core/shared/api/host-error.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import type { LabSession } from '../lab-session.js';
import { faultKindViews } from '../faults/kinds.js';
import { linkView } from '../views.js';
import type { Area } from './handlers.js';

export function linkCommands(
  session: LabSession,
): Area<'link'> & Area<'fault'> & Pick<Area<'stanza'>, 'stanza.inject'> {
  return {
    'link.list': () => ({
      links: session.lab.network.allLinks().map((link) => linkView(session.lab, link)),
    }),
    'link.drop': ({ link, how }) => ({
      fault: session.lab.faults.apply({ kind: 'link-drop', target: needLink(session, link), how }),
    }),
    'fault.list': () => ({ faults: session.lab.faults.list() }),
    'fault.kinds': () => ({ kinds: faultKindViews() }),
    'fault.apply': (request) => ({ fault: session.lab.faults.apply(request) }),
    'fault.heal': ({ fault }) => ({ healed: session.lab.faults.heal(fault) }),
    'fault.healAll': () => session.lab.faults.healAll(),
    'stanza.inject': ({ link: id, direction, stanza }) => {
      const link = session.lab.network.link(id);
      if (!link?.[direction].writable) throw new HostError('unknown-link', { link: id });
      const parsed = parseElement(stanza);
      if (!parsed.ok)
        throw new HostError('bad-stanza', { reason: parsed.error.ruleDetail, offset: parsed.error.offset });
      session.act('stanza.inject', () => link[direction].send(stanza));
      return { link: id };
    },
  };
}

/** One link, not a route: whoever drops it has it in hand. */
function needLink(session: LabSession, link: string): string {
  if (!session.lab.network.link(link)) throw new HostError('unknown-link', { link });
  return link;
}
