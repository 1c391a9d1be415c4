/**
 * The window under load: `cluster-lab serve`, a Chromium without a graphics card that looks on, 20 clients who talk.
 * Main-thread work is Chromium's own count of the time that the page's main thread was busy with tasks; it is counted
 * in the thread's CPU time, so that what else the machine does does not show in it.
 * Run: npm run build && npx tsx --conditions=source bench/window.ts [seconds] [profile.cpuprofile]
 */
import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import type { ClientView } from '#core/shared/api/results.js';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { openSocketHost, type SocketHost } from './support/socket-host.js';
import { frameCounter, median, percentile } from './support/window-figures.js';

const TOPOLOGY = 'examples/seed-standard-muc';
const SERVERS = ['server1', 'server2'];
const PER_SERVER = 10;
const STANZAS_PER_SECOND = 500;
/** Between two handfuls of stanzas, in ms. */
const TURN_MS = 20;
/** Before anything is measured: the code is compiled, the log is full. */
const WARM_UP_S = 10;

const seconds = Number(process.argv[2] ?? 60);
const profile = process.argv[3];

const chromium = await needChromium();
if (typeof chromium === 'string') throw new Error(chromium);
const served = await serveLab([TOPOLOGY]);
const browser = await launchBrowser(chromium.path);
try {
  const host = await openSocketHost(served.url);
  const clients = await addClients(host);
  const { page, complaints } = await openPage(browser, served.url);
  await page.getByRole('listbox').waitFor();
  const talk = startTalking(host, clients);
  await sleep(WARM_UP_S);
  print(await measure(page, host, talk));
  talk.stop();
  host.close();
  for (const complaint of complaints) process.stdout.write(`the page says: ${complaint}\n`);
} finally {
  await browser.close();
  await served.stop();
}

interface Talk {
  sent(): number;
  stop(): void;
}

interface Figures {
  fps: { median: number; p5: number };
  /** ms a frame. */
  work: { all: number; script: number; style: number; layout: number };
  /** MB at the start, in the middle and at the end. */
  heap: number[];
  stanzas: number;
  recorded: number;
  shown: number;
  behind: number;
}

async function addClients(host: SocketHost): Promise<ClientView[]> {
  for (const node of SERVERS) {
    for (let index = 1; index <= PER_SERVER; index += 1)
      await host.call('client.add', { name: `${node}-${index}`, node });
  }
  for (let tries = 0; tries < 100; tries += 1) {
    const { clients } = await host.call('client.list', {});
    if (clients.every(({ state }) => state.startsWith('online'))) return clients;
    await sleep(0.1);
  }
  throw new Error('the clients do not come online');
}

/** Everybody talks to somebody of the other server, in turn. */
function startTalking(host: SocketHost, clients: readonly ClientView[]): Talk {
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * STANZAS_PER_SECOND;
    for (; sent < due; sent += 1) {
      const [from, to] = [clients[sent % clients.length], clients[(sent + PER_SERVER) % clients.length]];
      const stanza = `<message to="${to?.jid}" type="chat" id="m${sent}"><body>Hello number ${sent}</body></message>`;
      host.call('client.send', { client: from?.name ?? '', stanza }).catch(() => undefined);
    }
  }, TURN_MS);
  return { sent: () => sent, stop: () => clearInterval(timer) };
}

async function measure(page: Page, host: SocketHost, talk: Talk): Promise<Figures> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const heap = [await heapOf(cdp)];
  const before = {
    work: await workOf(cdp),
    seq: await newestOf(host),
    shown: await shownIn(page),
    sent: talk.sent(),
  };
  const frames = await frameCounter(page);
  if (profile !== undefined) await startProfile(cdp);
  await sleep(seconds / 2);
  heap.push(await heapOf(cdp));
  await sleep(seconds / 2);
  if (profile !== undefined) await saveProfile(cdp, profile);
  const perSecond = await frames();
  const work = await workOf(cdp);
  const [recorded, shown] = [await newestOf(host), await shownIn(page)];
  const stanzas = talk.sent() - before.sent;
  heap.push(await heapOf(cdp));
  const drawn = perSecond.reduce((sum, count) => sum + count, 0);
  const each = (name: string): number =>
    (1000 * ((work.get(name) ?? 0) - (before.work.get(name) ?? 0))) / drawn;
  return {
    fps: { median: median(perSecond), p5: percentile(perSecond, 0.05) },
    work: {
      all: each('TaskDuration'),
      script: each('ScriptDuration'),
      style: each('RecalcStyleDuration'),
      layout: each('LayoutDuration'),
    },
    heap,
    stanzas,
    recorded: recorded - before.seq,
    shown: shown - before.shown,
    behind: recorded - shown,
  };
}

function print({ fps, work, heap, stanzas, recorded, shown, behind }: Figures): void {
  const ms = (value: number): string => value.toFixed(1);
  const rows = [
    ['frames a second', `median ${fps.median}, 5th percentile ${fps.p5}`],
    [
      'main thread a frame, ms',
      `${ms(work.all)} (script ${ms(work.script)}, style ${ms(work.style)}, layout ${ms(work.layout)})`,
    ],
    ['heap after GC, MB', heap.map((bytes) => (bytes / 1e6).toFixed(1)).join(' → ')],
    ['stanzas sent a second', (stanzas / seconds).toFixed(0)],
    ['events recorded a second', (recorded / seconds).toFixed(0)],
    ['events shown a second', `${(shown / seconds).toFixed(0)}, ${behind} behind at the end`],
  ];
  for (const [name = '', value = ''] of rows) process.stdout.write(`${name.padEnd(26)}${value}\n`);
}

async function workOf(cdp: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

async function newestOf(host: SocketHost): Promise<number> {
  return (await host.call('clock.get', {})).seq;
}

/** Number of the newest event in the list. */
async function shownIn(page: Page): Promise<number> {
  const id = await page.getByRole('option').last().getAttribute('id');
  return Number(id?.replace('event-', '') ?? 0);
}

async function startProfile(cdp: CDPSession): Promise<void> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
}

async function saveProfile(cdp: CDPSession, file: string): Promise<void> {
  writeFileSync(file, JSON.stringify((await cdp.send('Profiler.stop')).profile));
}

function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time * 1000));
}
