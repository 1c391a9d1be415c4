/**
 * A Prosody or an ejabberd of Debian's, with a configuration of its own in a folder of its own: on free ports of
 * 127.0.0.1, without TLS, with accounts and one component. Nothing of it is installed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from './eventually.js';

export type RealServerName = 'prosody' | 'ejabberd';

export interface RealServerOptions {
  domain: string;
  component: { domain: string; secret: string };
  /** Local names; each has the password `secret of NAME`. */
  users: readonly string[];
}

interface Ports {
  c2s: number;
  component: number;
}

interface Launch {
  file: string;
  args: string[];
  env: Record<string, string>;
}

const STOP_MS = 20_000;
/** ejabberd needs 3 s, and was seen to take 83 on a machine with eight times the work it can do. */
const START_MS = 240_000;

/**
 * Runs its arguments, writes their process id, and kills them when its own input ends: also when the test that holds the
 * other end of it has been killed.
 */
const KEEPER = `exec 3<&0
"$@" </dev/null 3<&- &
server=$!
echo "$server"
(while read -r line <&3; do :; done; kill -9 "$server") &
watch=$!
exec 3<&-
wait "$server"
kill "$watch" 2>/dev/null`;

export class RealServer {
  readonly ports: Ports;
  private readonly folder: string;
  private readonly launch: Launch;
  private child: ChildProcess | undefined;
  /** Its process id, and what it has written about itself. */
  private output = '';

  private constructor(ports: Ports, folder: string, launch: Launch) {
    this.ports = ports;
    this.folder = folder;
    this.launch = launch;
  }

  /**
   * Configures and starts it; resolves when both ports take connections.
   * @param root folder with the unpacked packages
   */
  static async start(name: RealServerName, root: string, options: RealServerOptions): Promise<RealServer> {
    const folder = mkdtempSync(path.join(tmpdir(), `cluster-lab-${name}-`));
    const [c2s, component] = await freePorts(2);
    const ports = { c2s: c2s ?? 0, component: component ?? 0 };
    const server = new RealServer(ports, folder, configure[name]({ root, folder, ports, options }));
    try {
      await server.start();
    } catch (error) {
      await server.remove();
      throw error;
    }
    return server;
  }

  /** Starts it again after `kill`, with all it had stored. */
  async start(): Promise<void> {
    const { file, args, env } = this.launch;
    const child = spawn('/bin/sh', ['-c', KEEPER, 'keeper', file, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child = child;
    this.output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    const { c2s, component } = this.ports;
    const ready = async (): Promise<boolean> => {
      if (child.exitCode !== null) throw new Error(`${file} left with ${child.exitCode}\n${this.output}`);
      return (await listens(c2s)) && (await listens(component));
    };
    await eventually('both ports of the server', ready, () => this.output.slice(-2000), START_MS);
  }

  /** kill -9: its kernel closes the connections. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM: it says good-bye on its streams. */
  async shutDown(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** For the end of a test: gone, with its files. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    const kill = (): void => void child.stdin?.end();
    if (signal === 'SIGKILL') kill();
    else process.kill(Number.parseInt(this.output, 10), signal);
    const timer = setTimeout(kill, STOP_MS);
    await exit;
    clearTimeout(timer);
    kill();
  }
}

interface Place {
  root: string;
  folder: string;
  ports: Ports;
  options: RealServerOptions;
}

const configure: Record<RealServerName, (place: Place) => Launch> = { prosody, ejabberd };

function prosody({ root, folder, ports, options: { domain, component, users } }: Place): Launch {
  const lib = libraries(root);
  const data = path.join(folder, 'data');
  // Prosody keeps a host's data in a folder with its name URL-encoded, dots included.
  const accounts = path.join(data, domain.replaceAll('.', '%2e'), 'accounts');
  mkdirSync(accounts, { recursive: true });
  for (const user of users)
    writeFileSync(path.join(accounts, `${user}.dat`), `return { ["password"] = "secret of ${user}" };\n`);
  const config = path.join(folder, 'prosody.cfg.lua');
  writeFileSync(
    config,
    `data_path = "${data}"
pidfile = "${folder}/prosody.pid"
run_as_root = true
log = { debug = "*console" }
interfaces = { "127.0.0.1" }
local_interfaces = { "127.0.0.1" }
c2s_ports = { ${ports.c2s} }
component_ports = { ${ports.component} }
modules_enabled = { "roster", "saslauth", "disco", "ping" }
modules_disabled = { "s2s", "tls", "http", "admin_shell" }
authentication = "internal_plain"
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
VirtualHost "${domain}"
Component "${component.domain}"
  component_secret = "${component.secret}"
`,
  );
  // The program knows where it has been installed; here it is elsewhere.
  const program = path.join(folder, 'prosody.lua');
  const installed = readFileSync(path.join(root, 'usr/bin/prosody'), 'utf8');
  writeFileSync(program, installed.replaceAll("'/usr/lib/prosody", `'${root}/usr/lib/prosody`));
  const scripts = ['5.4', '5.1'].map((version) => `${root}/usr/share/lua/${version}/?.lua`);
  return {
    file: path.join(root, 'usr/bin/lua5.4'),
    args: [program, '-F', '--config', config],
    env: {
      LD_LIBRARY_PATH: lib,
      LUA_PATH: `${scripts.join(';')};;`,
      LUA_CPATH: `${lib}/lua/5.4/?.so;;`,
    },
  };
}

function ejabberd({ root, folder, ports, options: { domain, component, users } }: Place): Launch {
  const lib = libraries(root);
  const erlang = path.join(root, 'usr/lib/erlang');
  const version = readdirSync(erlang).find((name) => name.startsWith('erts-')) ?? '';
  const bin = path.join(erlang, version, 'bin');
  const config = path.join(folder, 'ejabberd.yml');
  writeFileSync(
    config,
    `hosts: ["${domain}"]
loglevel: info
auth_method: internal
auth_password_format: plain
listen:
  - { port: ${ports.c2s}, ip: "127.0.0.1", module: ejabberd_c2s, starttls: false, access: all }
  - port: ${ports.component}
    ip: "127.0.0.1"
    module: ejabberd_service
    access: all
    hosts: { "${component.domain}": { password: "${component.secret}" } }
modules: { mod_disco: {}, mod_ping: {}, mod_roster: {} }
`,
  );
  const register = users.map(
    (user) => `ejabberd_auth:try_register(<<"${user}">>, <<"${domain}">>, <<"secret of ${user}">>)`,
  );
  // Without a node name there is no distribution, so no epmd is started either.
  const mnesia = ['-mnesia', 'dir', `"${folder}/spool"`];
  return {
    file: path.join(bin, 'erlexec'),
    // One scheduler that does not spin: enough here, and kind to the other tests.
    args: [
      '+S',
      '1',
      '+sbwt',
      'none',
      '-noinput',
      ...mnesia,
      '-s',
      'ejabberd',
      '-eval',
      `${[...register, 'ok'].join(', ')}.`,
    ],
    env: {
      ROOTDIR: erlang,
      BINDIR: bin,
      EMU: 'beam',
      PROGNAME: 'erl',
      HOME: folder,
      ERL_LIBS: lib,
      LD_LIBRARY_PATH: lib,
      EJABBERD_CONFIG_PATH: config,
      EJABBERD_LOG_PATH: path.join(folder, 'ejabberd.log'),
      ERL_CRASH_DUMP: path.join(folder, 'erl_crash.dump'),
    },
  };
}

/** `usr/lib/x86_64-linux-gnu` of this machine's kind. */
function libraries(root: string): string {
  const folder = path.join(root, 'usr/lib');
  return path.join(folder, readdirSync(folder).find((name) => name.includes('-linux-')) ?? '');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => net.createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as net.AddressInfo).port);
  }
  for (const server of servers) server.close();
  return ports;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
