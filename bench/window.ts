/**
 * The window under load: `cluster-lab serve`, a Chromium without a graphics card that looks on, 20 clients who talk.
 * Main-thread work is Chromium's own count of the time that the page's main thread was busy with tasks; it is counted
 * in the thread's CPU time, so that what else the machine does does not show in it.
 * Run: npm run build && npx tsx --conditions=source bench/window.ts [seconds] [profile.cpuprofile]
 */
import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { openSocketHost, type SocketHost } from './support/socket-host.js';
import { frameCounter, mainThreadWork, median, percentile } from './support/window-figures.js';
import { addClients, sleep, startTalking, type Talk } from './support/window-load.js';

const TOPOLOGY = 'examples/seed-standard-muc';
const SERVERS = ['server1', 'server2'];
const PER_SERVER = 10;
const STANZAS_PER_SECOND = 500;
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
  const clients = await addClients(host, SERVERS, PER_SERVER);
  const { page, complaints } = await openPage(browser, served.url);
  await page.getByRole('listbox').waitFor();
  const talk = startTalking(host, clients, STANZAS_PER_SECOND);
  await sleep(WARM_UP_S);
  print(await measure(page, host, talk));
  talk.stop();
  host.close();
  for (const complaint of complaints) process.stdout.write(`the page says: ${complaint}\n`);
} finally {
  await browser.close();
  await served.stop();
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

async function measure(page: Page, host: SocketHost, talk: Talk): Promise<Figures> {
  const cdp = await page.context().newCDPSession(page);
  const heap = [await heapOf(cdp)];
  const before = {
    work: await mainThreadWork(cdp),
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
  const work = await mainThreadWork(cdp);
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
