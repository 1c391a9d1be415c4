import { HostError } from '#core/shared/api/host-error.js';
import { externalItemFrom } from '#core/shared/config/external.js';
import { ComponentProtocol } from '#core/server/ext/component-protocol.js';
import type { LabSession } from '../lab-session.js';
import type { Area } from './handlers.js';

export function componentCommands(session: LabSession): Area<'component'> {
  const extOf = (node: string): ComponentProtocol => {
    const process = session.lab.process(node);
    if (!process) throw new HostError('unknown-node', { node });
    if (!process.server) throw new HostError('node-is-down', { node });
    const ext = process.server.components.find((component) => component instanceof ComponentProtocol);
    if (!ext) throw new HostError('no-component-protocol', { node });
    return ext;
  };
  return {
    'component.add': ({ node, item: text }) => {
      const ext = extOf(node);
      const item = externalItemFrom(text);
      if (!item) throw new HostError('bad-component-item', { item: text });
      session.act(`component.add ${node}`, () => ext.items.add(item));
      return { domain: item.domain, stored: ext.items.usesDatabase };
    },
  };
}
