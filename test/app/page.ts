/** The window as somebody uses it: every way to find a thing on the page is here, by role and name. */
import type { Locator, Page } from 'playwright';
import { renderText, type Language, type TextParams } from '#core/shared/text/render.js';
import type { TextKey } from '#core/shared/text/en.js';
import { kindName } from '#renderer/faults/fault-words.js';

/** A map is fitted within a few frames: two looks that far apart see it move. */
const LOOK_MS = 100;
const STANDS_WITHIN_MS = 15_000;

interface Place {
  x: number;
  y: number;
}

/** What is asked of a line's element; tests are compiled without the DOM's types. */
interface DrawnLine {
  querySelector(css: string): Curve | null;
  contains(other: unknown): boolean;
  ownerDocument: { elementFromPoint(x: number, y: number): unknown };
}

interface Curve {
  getTotalLength(): number;
  getPointAtLength(length: number): { matrixTransform(to: unknown): Place };
  getScreenCTM(): unknown;
}

/** Runs in the page: where nothing lies above a line. Lines cross in their middles, and a toolbar may stand there. */
function freePlace(line: DrawnLine): Place | undefined {
  const curve = line.querySelector('.react-flow__edge-interaction');
  for (const part of curve ? [0.3, 0.7, 0.2, 0.8, 0.5] : []) {
    const on = curve?.getPointAtLength(part * curve.getTotalLength());
    const place = on?.matrixTransform(curve?.getScreenCTM());
    if (place && line.contains(line.ownerDocument.elementFromPoint(place.x, place.y)))
      return { x: place.x, y: place.y };
  }
  return undefined;
}

export class LabPage {
  readonly page: Page;
  private readonly language: Language;

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.language = language;
  }

  text(key: TextKey, params?: TextParams): string {
    return renderText(this.language, key, params);
  }

  // Start screen

  startScreen(): Locator {
    return this.page.getByRole('region', { name: this.text('ui.start.examples') });
  }

  async runExample(title: TextKey): Promise<void> {
    await this.button(this.text('ui.start.run-named', { name: this.text(title) })).click();
    await this.map().waitFor();
  }

  async goToStart(): Promise<void> {
    await this.button(this.text('ui.start.back')).click();
    await this.startScreen().waitFor();
  }

  /** Language and theme: on the start screen at once, in the workbench behind a button. */
  async prefer(language: Language, theme: 'light' | 'dark'): Promise<LabPage> {
    const behind = this.button(this.text('ui.start.preferences'));
    const hidden = await behind.isVisible();
    if (hidden) await behind.click();
    await this.page
      .getByRole('combobox', { name: this.text('ui.start.theme'), exact: true })
      .selectOption(theme);
    await this.page
      .getByRole('combobox', { name: this.text('ui.start.language'), exact: true })
      .selectOption(language);
    if (hidden) await this.page.keyboard.press('Escape');
    return new LabPage(this.page, language);
  }

  // Time

  timeline(): Locator {
    return this.page.getByRole('slider', { name: this.text('ui.timeline.slider') });
  }

  // Map

  map(): Locator {
    return this.page.getByRole('region', { name: this.text('ui.canvas.name') });
  }

  /** Lines of the map in a state. */
  links(state: TextKey, between: { from?: string; to?: string; service?: string } = {}): Locator {
    const { service = '.+', from = '.+', to = '.+' } = between;
    const name = this.text('ui.canvas.link.title', { service, from, to, state: this.text(state) });
    return this.map().getByRole('group', { name: new RegExp(`^${name}`) });
  }

  selectLink(link: Locator): Promise<void> {
    return this.clickLink(link, 'left');
  }

  async dropLink(link: Locator): Promise<void> {
    await this.selectLink(link);
    await this.map()
      .getByRole('button', { name: this.text('ui.canvas.link.reset') })
      .first()
      .click();
  }

  /** As somebody does who sees the map: not while it is still moving into view. */
  private async clickLink(link: Locator, button: 'left' | 'right'): Promise<void> {
    const end = Date.now() + STANDS_WITHIN_MS;
    for (let before: Place | undefined; Date.now() < end; await this.page.waitForTimeout(LOOK_MS)) {
      const place = await link.first().evaluate(freePlace);
      if (place && place.x === before?.x && place.y === before.y)
        return this.page.mouse.click(place.x, place.y, { button });
      before = place;
    }
    throw new Error('the link does not stand still, or no part of it can be clicked');
  }

  // Faults

  faultName(kind: string): string {
    return kindName(kind, (key, params) => this.text(key, params));
  }

  /** Two clicks: a fault as it is by default. */
  async breakLink(link: Locator, kind: string): Promise<void> {
    await this.clickLink(link, 'right');
    await this.page.getByRole('menuitem', { name: this.faultName(kind), exact: true }).click();
  }

  /** By way of the form, with one of its fields filled in. */
  async breakLinkWith(
    link: Locator,
    group: TextKey,
    kind: string,
    option: string,
    value: string,
  ): Promise<void> {
    await this.clickLink(link, 'right');
    await this.page.getByRole('menuitem', { name: this.text(group), exact: true }).click();
    await this.page.getByRole('menuitem', { name: `${this.faultName(kind)}…` }).click();
    const form = this.page.getByRole('dialog');
    await form.getByLabel(new RegExp(option, 'i')).fill(value);
    await form.getByRole('button', { name: this.text('ui.faults.apply') }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** Lines of which a screen reader hears a fault, with what it says. */
  brokenLinks(words: RegExp): Locator {
    return this.map().getByRole('group', { name: words });
  }

  async healAll(): Promise<void> {
    await this.tab('ui.faults.title').click();
    await this.button(this.text('ui.faults.healAll')).click();
  }

  /** What the map says of split rooms. */
  splitNotice(): Locator {
    return this.page.getByRole('status').filter({ hasText: this.text('ui.rooms.notice.show') });
  }

  card(node: string): Locator {
    return this.map().getByRole('article', { name: this.text('ui.canvas.process', { name: node }) });
  }

  async toggleWifi(node: string): Promise<void> {
    await this.card(node).getByRole('switch').click();
  }

  restart(node: string): Promise<void> {
    return this.actOn(node, 'ui.canvas.restart');
  }

  crash(node: string): Promise<void> {
    return this.actOn(node, 'ui.canvas.crash');
  }

  private async actOn(node: string, action: TextKey): Promise<void> {
    await this.card(node)
      .getByRole('button', { name: this.text('ui.canvas.actions.of', { node }) })
      .click();
    await this.page.getByRole('menuitem', { name: this.text(action), exact: true }).click();
  }

  // Tools

  async addClient(name: string, server: string): Promise<void> {
    await this.tab('ui.clients.title').click();
    await this.textbox('ui.clients.name').fill(name);
    await this.page.getByLabel(this.text('ui.clients.server'), { exact: true }).first().selectOption(server);
    await this.button(this.text('ui.clients.add', { name })).click();
    await this.clientHead(name).getByText(this.text('ui.clients.state.online')).waitFor();
  }

  clientHead(name: string): Locator {
    const tools = this.page.getByRole('region', { name: this.text('ui.start.panel.left') });
    return tools.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** Opens a client's chat. */
  async openChat(name: string): Promise<void> {
    const head = this.clientHead(name);
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
  }

  async say(client: string, to: string, body: string): Promise<void> {
    await this.openChat(client);
    await this.textbox('ui.clients.to').fill(to);
    await this.textbox('ui.clients.body').fill(body);
    await this.button(this.text('ui.clients.send', { name: client })).click();
  }

  async heard(client: string, body: string): Promise<void> {
    await this.openChat(client);
    const chat = this.page.getByRole('log', { name: this.text('ui.clients.log', { name: client }) });
    await chat.getByText(body).waitFor();
  }

  /** The room that the window proposes. */
  async joinRoom(client: string): Promise<void> {
    await this.openChat(client);
    const room = await this.textbox('ui.clients.room').inputValue();
    await this.button(this.text('ui.clients.join', { name: client })).click();
    await this.button(this.text('ui.clients.leave', { room })).waitFor();
  }

  // Time

  async pause(): Promise<void> {
    await this.runControl('ui.run.pause').click();
    await this.runControl('ui.run.run').waitFor();
  }

  async run(): Promise<void> {
    await this.runControl('ui.run.run').click();
    await this.runControl('ui.run.pause').waitFor();
  }

  private runControl(name: TextKey): Locator {
    const bar = this.page.getByRole('toolbar', { name: this.text('ui.run.toolbar') });
    return bar.getByRole('button', { name: this.text(name), exact: true });
  }

  async showPending(): Promise<void> {
    await this.tab('ui.run.pending').click();
  }

  /** What a client has sent and no server has got yet. */
  pendingFrame(client: string, body: string): Locator {
    return (
      this.page
        .getByRole('row')
        // The words of a stanza have arrows, too.
        .filter({ has: this.page.getByRole('gridcell', { name: new RegExp(`^${client} → `) }) })
        .filter({ hasText: body })
    );
  }

  async deliver(row: Locator): Promise<void> {
    await row.getByRole('button', { name: this.text('ui.run.pending.deliver') }).click();
  }

  // Everywhere

  tab(title: TextKey): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${this.text(title)}`) });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  notices(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\S/ });
  }

  textbox(label: TextKey): Locator {
    const role = this.page.getByRole('textbox', { name: this.text(label), exact: true });
    return role.or(this.page.getByRole('combobox', { name: this.text(label), exact: true })).first();
  }

  // Inspector

  inspector(): Locator {
    return this.page.getByRole('region', { name: this.text('ui.start.panel.right') });
  }

  /** Picks the first of a list, and waits for its machine’s chart. */
  async inspectFirst(list: 'ui.inspector.rooms' | 'ui.inspector.sessions'): Promise<Locator> {
    const lists = this.button(this.text('ui.inspector.lists'));
    if (await lists.isVisible()) await lists.click();
    await this.inspector()
      .getByRole('list', { name: this.text(list) })
      .getByRole('button')
      .first()
      .click();
    const chart = this.inspector().getByRole('figure');
    await chart.waitFor();
    return chart;
  }
}
