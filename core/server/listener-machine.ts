/** Opens a port the way Tigase does: late, once, and with one WARNING when it cannot be had (§6.4). */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { Listener } from '#core/net/listener.js';
import { listenerMachine } from '#core/shared/machines/listener.machine.js';
import type { ServerContext } from './server-context.js';

const LOGGER = 'tigase.server.ConnectionManager';

/** §6.4: from initializationCompleted to the first bind, in ms. */
const CONNECTION_DELAY = 2000;
const CLUSTER_CONNECTION_DELAY = 5000;

/** What the system's own exception says. */
const SYSTEM_TEXTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'java.net.BindException: Address already in use',
  EADDRNOTAVAIL: 'java.net.BindException: Cannot assign requested address',
  UNRESOLVED: 'java.net.SocketException: Unresolved address',
};

export interface PortSpec {
  /** Component name. */
  service: string;
  port: number;
  /** `*`, an address, or a host name. */
  bind: string;
  /** `plain` or `ssl`, for the log. */
  socket: string;
  /** More properties of the port for the log: `remote-host`. */
  extra?: Record<string, string>;
  accepted(connection: Connection): ConnectionHandler;
  /** The port before it in one list of addresses: this one is asked for only when that one was had (§6.4). */
  after?: OpenedPort;
}

export interface OpenedPort {
  /** Calls back once, when it is known whether the port could be had. */
  whenTried(hear: (open: boolean) => void): void;
  /** What the network made of it; undefined until the bind is tried. */
  readonly listener: Listener | undefined;
  readonly machine: RunningMachine<typeof listenerMachine>;
  /** Stops listening; connections that are open stay. */
  close(): void;
}

/** Opens a port after the connection delay. Failure is logged once; the caller hears nothing of it, as in Tigase. */
export function openListener(context: ServerContext, spec: PortSpec): OpenedPort {
  const { service, port, bind } = spec;
  let listener: Listener | undefined;
  let error = '';
  let outcome: boolean | undefined;
  const waiting: ((open: boolean) => void)[] = [];
  const tried = (open: boolean, event: 'bind.succeeded' | 'bind.failed' | 'bind.skipped'): void => {
    machine.send({ type: event });
    if (outcome !== undefined) return;
    outcome = open;
    waiting.forEach((hear) => hear(open));
  };
  const bindPort = (): void => {
    listener = context.network.listen({
      service,
      port,
      bind,
      accepted: (connection) => context.newConnections.take(port, connection, spec.accepted),
      opened: () => tried(true, 'bind.succeeded'),
      failed: (code) => {
        error = code;
        tried(false, 'bind.failed');
      },
    });
  };
  const bindInTurn = (): void => {
    if (!spec.after) return bindPort();
    spec.after.whenTried((open) => {
      if (open) return bindPort();
      context.network.listenerSkipped();
      tried(false, 'bind.skipped');
    });
  };
  const provided = withEffects(listenerMachine, {
    guards: { bindRetried: () => !context.quirk('bind-never-retried') },
    actions: { bind: bindInTurn, logFailure: () => logFailure(context, spec, error) },
  });
  const delayMs = service === 'cl-comp' ? CLUSTER_CONNECTION_DELAY : CONNECTION_DELAY;
  const instance = `${context.node}/${service}/listen/${bind}:${port}`;
  const machine = runMachine(context, provided, instance, { service, port, bind, delayMs });
  return {
    get listener() {
      return listener;
    },
    machine,
    whenTried(hear) {
      if (outcome === undefined) waiting.push(hear);
      else hear(outcome);
    },
    close() {
      if (listener) context.network.closeListener(listener);
      machine.send({ type: 'port.closed' });
    },
  };
}

function logFailure(context: ServerContext, spec: PortSpec, error: string): void {
  const properties = {
    'port-no': String(spec.port),
    'local-host': context.hostname,
    ...spec.extra,
    type: 'accept',
    socket: spec.socket,
    ifc: spec.bind,
  };
  const text = Object.entries(properties)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
  const system = SYSTEM_TEXTS[error] ?? `java.net.SocketException: ${error}`;
  context.log.write('WARNING', LOGGER, `Error: creating connection for: {${text}} ${system}`);
}
