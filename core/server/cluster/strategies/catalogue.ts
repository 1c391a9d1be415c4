/** Which strategy `--sm-cluster-strategy-class` selects (§5.7). */
import type { ServerContext } from '#core/server/server-context.js';
import { AllAtOnceStrategy } from './all-at-once.js';
import type { ClusteringStrategy, StrategyParts } from './clustering-strategy.js';
import { OnlineUsersStrategy } from './online-users.js';
import { RingStrategy } from './ring.js';

const LOGGER = 'tigase.cluster.SessionManagerClustered';
const RING = 'tigase.cluster.strategy.DefaultClusteringStrategy';
const ALL_AT_ONCE = 'tigase.cluster.strategy.DefaultClusteringStrategyAbstract';
const ONLINE_USERS = 'tigase.server.cluster.strategy.OnlineUsersCachingStrategy';

type MakeStrategy = (parts: StrategyParts) => ClusteringStrategy;

/** undefined: no such class, or one that cannot be instantiated; the log says so, twice as Tigase does. */
export function selectedStrategy(context: ServerContext): MakeStrategy | undefined {
  const className = context.plan.properties['--sm-cluster-strategy-class'] || RING;
  const make = strategies(context)[className];
  if (make) {
    context.log.write('CONFIG', LOGGER, `Loaded SM strategy: ${className}`);
    // The one line of the lab's own: whose class this is not.
    if (className === ONLINE_USERS) context.log.print(`${className}: stand-in, closed source`);
    return make;
  }
  const isAbstract = className === ALL_AT_ONCE || className.endsWith('.SMNonCachingAllNodes');
  const exception = isAbstract
    ? 'java.lang.InstantiationException'
    : `java.lang.ClassNotFoundException: ${className}`;
  for (const text of [
    'Can not instantiate clustering strategy for class',
    'Cannot instance clustering strategy class',
  ])
    context.log.write('SEVERE', LOGGER, `${text}: ${className} ${exception}`);
  return undefined;
}

function strategies({ profile }: ServerContext): Record<string, MakeStrategy | undefined> {
  return {
    [RING]: (parts) => new RingStrategy(parts),
    [ONLINE_USERS]: (parts) => new OnlineUsersStrategy(parts),
    ...(profile === '5.2' ? { [ALL_AT_ONCE]: (parts: StrategyParts) => new AllAtOnceStrategy(parts) } : {}),
  };
}
