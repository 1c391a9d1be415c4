/**
 * The two diagrams with 1,000 and with 100,000 arrows, side by side in one run: `cluster-lab serve`, a Chromium without
 * a graphics card that looks on (1280×800), 20 clients who chat until there are so many, then silence. Measured are how
 * long the diagram takes to be complete, frame times while somebody scrolls through all of it, and how long a message
 * takes from the command that sends it until it is in the picture; and frame times while more is said and the picture
 * follows. Run: npm run build && npx tsx --conditions=source bench/diagram.ts [arrows]
 */
import type { Page } from 'playwright';
import type { ClientView } from '#core/shared/api/results.js';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { openSocketHost, type SocketHost } from './support/socket-host.js';
import { frameTimes, mainThreadWork, median, percentile } from './support/window-figures.js';
import { addClients, chat, sleep, startTalking } from './support/window-load.js';

const ITEMS = [1_000, Number(process.argv[2] ?? 100_000)];
const MODES = ['Sequence', 'Space-time'];
const SERVERS = ['server1', 'server2'];
/** While the run gets longer, and while the picture follows it. */
const FILLING_PER_SECOND = 800;
const FOLLOWED_PER_SECOND = 200;
const SCROLL_S = 5;
const FOLLOW_S = 5;
/** Roughly; fewer, so that there are not too many frames in the end. */
const EVENTS_PER_FRAME = 3;
/** Messages of which it is measured when they come into the picture. */
const LATENCIES = 10;
const LONG_MS = 50;
const DRAWING = `document.querySelector('[role=application]')`;
/** In the page: how many items the diagram says that it shows. */
const COUNT = `Number(document.querySelector('#diagram-selected')?.textContent.replace(/\\D/g, '') ?? 0)`;

interface Sockets {
  host: SocketHost;
  watch: SocketHost;
}

interface Frames {
  /** ms from one to the next. */
  times: number[];
  /** CPU time of the page's main thread, ms a frame. */
  work: number;
}

interface Row {
  mode: string;
  items: number;
  complete: number;
  scroll: Frames;
  latency: number[];
  /** Filled in last, since it makes the run longer. */
  follow?: Frames;
}

const chromium = await needChromium();
if (typeof chromium === 'string') throw new Error(chromium);
const served = await serveLab(['examples/seed-standard-muc']);
const browser = await launchBrowser(chromium.path);
try {
  const host = await openSocketHost(served.url);
  // Of its own, so that a question is answered also when there is more to send than can be sent.
  const watch = await openSocketHost(served.url);
  const clients = await addClients(host, SERVERS, 10);
  const rows: Row[] = [];
  for (const items of ITEMS) {
    await fill({ host, watch }, clients, items);
    const { page, complaints, close } = await openPage(browser, served.url);
    await page.getByRole('listbox').waitFor();
    const measured: Row[] = [];
    for (const mode of MODES) measured.push(await measure(page, { host, watch }, clients, mode));
    for (const row of measured) row.follow = await following(page, { host, watch }, clients, row.mode);
    for (const row of measured) print(row);
    rows.push(...measured);
    await close();
    for (const complaint of complaints) process.stdout.write(`the page says: ${complaint}\n`);
  }
  compare(rows);
  host.close();
  watch.close();
} finally {
  await browser.close();
  await served.stop();
}

/** Lets the clients chat until about `items` frames have been sent: each is an arrow. */
async function fill({ host, watch }: Sockets, clients: readonly ClientView[], items: number): Promise<void> {
  const talk = startTalking(host, clients, Math.min(FILLING_PER_SECOND, items / 10));
  // Counting frames reads the whole trace, so it is done when there may be enough of them.
  for (let count = 0; count < items; count = await framesSent(watch)) {
    const enough = (await newest(watch)) + (items - count) * EVENTS_PER_FRAME;
    while ((await newest(watch)) < enough) await sleep(0.05);
  }
  talk.stop();
  // What is under way still has to come.
  for (let before = -1; before !== (await framesSent(watch)); await sleep(1))
    before = await framesSent(watch);
}

async function newest(host: SocketHost): Promise<number> {
  return (await host.call('clock.get', {})).seq;
}

async function framesSent(host: SocketHost): Promise<number> {
  return (await host.call('trace.find', { filter: { kinds: ['frame.sent'] }, limit: 1 })).count;
}

async function measure(
  page: Page,
  { host, watch }: Sockets,
  clients: readonly ClientView[],
  mode: string,
): Promise<Row> {
  const items = await framesSent(watch);
  const complete = await opening(page, mode, items);
  const scroll = await scrolling(page);
  const latency: number[] = [];
  for (let number = 0; number < LATENCIES; number += 1)
    latency.push(await untilSeen(page, () => chat(host, clients, number)));
  await show(page, 'Map');
  return { mode, items, complete, scroll, latency };
}

/** The time of each frame in ms while more is said and the end of the diagram is in view. */
async function following(
  page: Page,
  { host, watch }: Sockets,
  clients: readonly ClientView[],
  mode: string,
): Promise<Frames> {
  await opening(page, mode, await framesSent(watch));
  const frames = await counted(page);
  const talk = startTalking(host, clients, FOLLOWED_PER_SECOND);
  await sleep(FOLLOW_S);
  talk.stop();
  const times = await frames();
  await show(page, 'Map');
  return times;
}

/** Turns to a view of the middle of the window. */
async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('radio', { name: view, exact: true }).check({ force: true });
}

/** Shows a diagram; returns the ms until at least `items` items are in it. */
async function opening(page: Page, mode: string, items: number): Promise<number> {
  const began = performance.now();
  await show(page, mode);
  while ((await shown(page)) < items) await sleep(0.01);
  return performance.now() - began;
}

/** Scrolls from the first item to the last at an even speed. */
async function scrolling(page: Page): Promise<Frames> {
  await page.evaluate(`${DRAWING}.scrollTop = 0`);
  await sleep(0.5);
  const frames = await counted(page);
  await page.evaluate(`new Promise((done) => {
    const end = ${DRAWING}.scrollHeight - ${DRAWING}.clientHeight;
    const began = performance.now();
    const on = (now) => {
      const part = (now - began) / ${SCROLL_S * 1000};
      ${DRAWING}.scrollTop = Math.min(1, part) * end;
      if (part < 1) requestAnimationFrame(on);
      else done();
    };
    requestAnimationFrame(on);
  })`);
  return frames();
}

/** Counts frames and work from now on, until the returned function is called. */
async function counted(page: Page): Promise<() => Promise<Frames>> {
  const cdp = await page.context().newCDPSession(page);
  const busy = async (): Promise<number> => (await mainThreadWork(cdp)).get('TaskDuration') ?? 0;
  const before = await busy();
  const over = await frameTimes(page);
  return async () => {
    const times = await over();
    const work = (1000 * ((await busy()) - before)) / times.length;
    await cdp.detach();
    return { times, work };
  };
}

/** Sends a message; returns the ms until the picture has it, by the clock of the machine. */
async function untilSeen(page: Page, say: () => Promise<void>): Promise<number> {
  const seen = page.evaluate<number>(`new Promise((done) => {
    const before = ${COUNT};
    const look = () => {
      if (${COUNT} > before) done(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  })`);
  // The page is looking before anything is said.
  await sleep(0.2);
  const sent = performance.timeOrigin + performance.now();
  await say();
  const latency = (await seen) - sent;
  await sleep(0.2);
  return latency;
}

function shown(page: Page): Promise<number> {
  return page.evaluate<number>(COUNT);
}

function print({ mode, items, complete, scroll, latency, follow }: Row): void {
  process.stdout.write(
    `${mode}, ${items.toLocaleString('en')} arrows: complete after ${complete.toFixed(0)} ms; ` +
      `a message is in the picture after ${median(latency).toFixed(0)} ms (longest ${Math.max(...latency).toFixed(0)})\n` +
      `  scrolling: ${said(scroll)}\n${follow ? `  following: ${said(follow)}\n` : ''}`,
  );
}

/** The larger diagrams against the smaller ones. */
function compare(rows: readonly Row[]): void {
  for (const mode of MODES) {
    const [few, many] = rows.filter((row) => row.mode === mode);
    if (!few || !many) continue;
    const ratio = (of: (row: Row) => number): string => (of(many) / of(few)).toFixed(2);
    process.stdout.write(
      `${mode}, many : few: main thread a frame: scrolling ${ratio(({ scroll }) => scroll.work)}, ` +
        `following ${ratio(({ follow }) => follow?.work ?? 0)}; message ${ratio(({ latency }) => median(latency))}\n`,
    );
  }
}

function said({ times, work }: Frames): string {
  const ms = (part: number): string => percentile(times, part).toFixed(1);
  const long = times.filter((time) => time > LONG_MS).length;
  return (
    `${times.length} frames, median ${ms(0.5)} ms, 95 % ${ms(0.95)} ms, longest ${ms(1)} ms, ` +
    `${long} over ${LONG_MS} ms; main thread ${work.toFixed(1)} ms a frame`
  );
}
