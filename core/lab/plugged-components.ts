/** Components that core/server does not know: the MUC, in whichever process names its class. */
import { MucComponent } from '#core/muc/muc-component.js';
import type { ComponentFactory } from '#core/server/component-catalogue.js';
import type { ServerContext } from '#core/server/server-context.js';

export function pluggedComponents(context: ServerContext): Record<string, ComponentFactory> {
  return {
    'tigase.muc.MUCComponent': (_context, name) =>
      new MucComponent(context, name, { repository: context.database.rooms }),
  };
}
