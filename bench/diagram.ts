/**
 * The two diagrams with 1,000 and with 100,000 arrows, side by side in one run: `cluster-lab serve`, 20 clients who
 * chat until there are so many, then a Chromium without a graphics card that looks on (1280×800), one for each diagram.
 * Measured are how long a diagram takes to its first picture and to be complete, frame times while somebody scrolls
 * through all of it, and how long a message takes from the command that sends it until it is in the picture; and frame
 * times while more is said and the picture follows.
 * Run: npm run build && npx tsx --conditions=source bench/diagram.ts [arrows]
 */
import type { Page } from 'playwright';
import type { ClientView } from '#core/shared/api/results.js';
import { launchBrowser, needChromium, openPage, serveLab } from '#test/support/browser.js';
import { openSocketHost, type SocketHost } from './support/socket-host.js';
import { frameTimes, mainThreadWork, median, percentile } from './support/window-figures.js';
import { addClients, chat, chatBriskly, sleep, startTalking } from './support/window-load.js';

const ITEMS = [1_000, Number(process.argv[2] ?? 100_000)];
const MODES = ['Sequence', 'Space-time'];
const SERVERS = ['server1', 'server2'];
/** While the picture follows the run. */
const FOLLOWED_PER_SECOND = 200;
const SCROLL_S = 5;
const FOLLOW_S = 5;
/** Messages of which it is measured when they come into the picture. */
const LATENCIES = 10;
/** Frames that a message leads to, at most. */
const MOST_PER_MESSAGE = 20;
/** The newest events may be of kinds that a window is not told of. */
const UNHEARD = 200;
const LONG_MS = 50;
const DRAWING = `document.querySelector('[role=application]')`;
/** In the page: how many items the diagram says that it shows. */
const COUNT = `Number(document.querySelector('#diagram-selected')?.textContent.replace(/\\D/g, '') ?? 0)`;

interface Frames {
  /** ms from one to the next. */
  times: number[];
  /** CPU time of the page's main thread, ms a frame. */
  work: number;
}

interface Row {
  mode: string;
  items: number;
  opened: { first: number; complete: number };
  scroll: Frames;
  latency: number[];
  /** Taken last, since it makes the run longer. */
  follow?: Frames;
}

/** Frames that have been sent, each of which is an arrow: only what is new is counted. */
class Arrows {
  private readonly host: SocketHost;
  private last = 0;
  private count = 0;

  constructor(host: SocketHost) {
    this.host = host;
  }

  async sent(): Promise<number> {
    const { count, last } = await this.host.call('trace.find', {
      from: this.last + 1,
      filter: { kinds: ['frame.sent'] },
      limit: 1,
    });
    this.last = last;
    return (this.count += count);
  }
}

const chromium = await needChromium();
if (typeof chromium === 'string') throw new Error(chromium);
const served = await serveLab(['examples/seed-standard-muc']);
const browser = await launchBrowser(chromium.path);
try {
  const host = await openSocketHost(served.url);
  const arrows = new Arrows(host);
  const clients = await addClients(host, SERVERS, 10);
  const rows: Row[] = [];
  for (const items of ITEMS) {
    const began = performance.now();
    await fill(host, arrows, clients, items);
    process.stdout.write(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
    for (const mode of MODES) {
      // A window of its own for each: what a diagram has read is kept for the next time.
      const { page, complaints, close } = await openPage(browser, served.url);
      await caughtUp(page, host);
      const row = await measure(page, host, clients, mode, await arrows.sent());
      row.follow = await following(page, host, clients);
      // The lab keeps what is shown, and the next page is not to begin with a diagram.
      await show(page, 'Map');
      await sleep(1.5);
      await close();
      print(row);
      for (const complaint of complaints) process.stdout.write(`the page says: ${complaint}\n`);
      rows.push(row);
    }
  }
  compare(rows);
  host.close();
} finally {
  await browser.close();
  await served.stop();
}

/** Lets the clients chat until at least `items` frames have been sent. */
async function fill(
  host: SocketHost,
  arrows: Arrows,
  clients: readonly ClientView[],
  items: number,
): Promise<void> {
  let perMessage = MOST_PER_MESSAGE;
  for (let sent = await arrows.sent(); sent < items;) {
    const messages = Math.ceil((items - sent) / perMessage);
    await chatBriskly(host, clients, messages);
    const now = await arrows.sent();
    perMessage = Math.max(1, (now - sent) / messages);
    sent = now;
  }
  await host.call('clock.resume', {});
}

/** Until the window has heard of everything that has happened. */
async function caughtUp(page: Page, host: SocketHost): Promise<void> {
  await page.getByRole('listbox').waitFor();
  const { seq } = await host.call('clock.get', {});
  const heard = `Math.max(0, ...[...document.querySelectorAll('[id^=event-]')].map(({ id }) => Number(id.slice(6))))`;
  while ((await page.evaluate<number>(heard)) < seq - UNHEARD) await sleep(0.1);
}

async function measure(
  page: Page,
  host: SocketHost,
  clients: readonly ClientView[],
  mode: string,
  items: number,
): Promise<Row> {
  const opened = await opening(page, mode, items);
  const scroll = await scrolling(page);
  const latency: number[] = [];
  for (let number = 0; number < LATENCIES; number += 1)
    latency.push(await untilSeen(page, () => chat(host, clients, number)));
  return { mode, items, opened, scroll, latency };
}

/** The time of each frame in ms while more is said and the end of the diagram, at which it stands, is in view. */
async function following(page: Page, host: SocketHost, clients: readonly ClientView[]): Promise<Frames> {
  const frames = await counted(page);
  const talk = startTalking(host, clients, FOLLOWED_PER_SECOND);
  await sleep(FOLLOW_S);
  talk.stop();
  return frames();
}

/** Turns to a view of the middle of the window. */
async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('radio', { name: view, exact: true }).check({ force: true });
}

/** Shows a diagram; returns the ms until there is something in it, and until at least `items` items are. */
async function opening(page: Page, mode: string, items: number): Promise<Row['opened']> {
  const seen = page.evaluate<Row['opened']>(`new Promise((done) => {
    const opened = {};
    let began;
    const look = () => {
      const now = performance.now();
      if (document.querySelector('[role=radiogroup] :checked')?.value !== 'map') began ??= now;
      if (${COUNT} > 0) opened.first ??= now - began;
      if (${COUNT} >= ${items}) done({ ...opened, complete: now - began });
      else requestAnimationFrame(look);
    };
    look();
  })`);
  await sleep(0.1);
  await show(page, mode);
  return seen;
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

function print({ mode, items, opened, scroll, latency, follow }: Row): void {
  process.stdout.write(
    `${mode}, ${items.toLocaleString('en')} arrows: first picture after ${opened.first.toFixed(0)} ms, ` +
      `complete after ${opened.complete.toFixed(0)} ms; ` +
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
