/** The plugins that the lab plays, in the order in which Tigase's set lists them (§3.1). */
import { isImplementedPlugin } from '#core/shared/config/plugin-catalogue.js';
import {
  NS_BIND,
  NS_PING,
  NS_REGISTER,
  NS_ROSTER,
  NS_SASL,
  NS_SESSION,
  NS_VERSION,
} from '#core/shared/xmpp/namespaces.js';
import { amp } from './amp.js';
import { bindResource } from './bind.js';
import { defaultHandler } from './default-handler.js';
import { disco } from './disco.js';
import { messageCarbons } from './message-carbons.js';
import { messageAll } from './message-all.js';
import { message } from './message-delivery.js';
import { offlineMessages } from './offline-messages.js';
import type { Plugin, PluginFactory, PluginHost } from './plugin.js';
import { presence } from './presence.js';
import { register } from './register.js';
import { roster } from './roster.js';
import { sasl } from './sasl.js';
import { ping, version } from './server-answers.js';
import { sessionBind } from './session.js';

/** Id → plugin. `session-open` and `session-close` are the session manager itself. */
export const PLUGIN_FACTORIES: ReadonlyMap<string, PluginFactory> = new Map([
  ['default-handler', defaultHandler],
  [NS_REGISTER, register],
  [NS_SASL, sasl],
  [NS_BIND, bindResource],
  [NS_SESSION, sessionBind],
  [NS_ROSTER, roster],
  [NS_VERSION, version],
  [NS_PING, ping],
  ['presence', presence],
  ['disco', disco],
  ['amp', amp],
  ['message-carbons', messageCarbons],
  ['message', message],
  ['message-all', messageAll],
  ['msgoffline', offlineMessages],
]);

/** §3.2: two CPUs are played; what has another number has it in the catalogue. */
const CPUS = 2;
const THREADS: Readonly<Record<string, number>> = {
  'session-close': 4,
  'session-open': 4,
  'default-handler': 4,
  [NS_ROSTER]: 2 * CPUS,
  presence: 2 * CPUS,
  'roster-presence': 2 * CPUS,
};

/** Makes the plugins of a process and prints what Tigase prints while it loads them (§1.5). */
export function loadPlugins(host: PluginHost): Plugin[] {
  const { log, plan } = host.context;
  const wanted = threadWishes(plan.properties['--sm-plugins'] ?? '');
  const loaded: Plugin[] = [];
  for (const id of plan.plugins) {
    // §3.5: an id whose class is missing is skipped without a word.
    if (!isImplementedPlugin(id) && !plan.pluginStandIns.includes(id)) continue;
    log.print(`Loading plugin: ${id}=${wanted.get(id) ?? THREADS[id] ?? CPUS} ...`);
    const factory = PLUGIN_FACTORIES.get(id);
    if (factory) loaded.push(factory(host));
  }
  return loaded;
}

/** `+id=N` of `--sm-plugins` (§2.8). */
function threadWishes(text: string): Map<string, number> {
  const wishes = new Map<string, number>();
  for (const item of text.split(',')) {
    const [, id, threads] = /^\+?([^-+][^=]*)=(\d{1,6})$/.exec(item) ?? [];
    if (id !== undefined && threads !== undefined) wishes.set(id, Number(threads));
  }
  return wishes;
}
