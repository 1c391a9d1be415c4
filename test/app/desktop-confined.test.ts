import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop, needElectron, type Desktop } from '#test/support/electron.js';

const LAUNCH_MS = 480_000;

describe('the desktop window', () => {
  let desktop: Desktop | undefined;
  let missing = '';

  beforeAll(async () => {
    const electron = await needElectron();
    if (typeof electron === 'string') missing = electron;
    else desktop = await launchDesktop(electron.path, { open: 'examples/seed-standard-muc' });
  }, LAUNCH_MS);
  afterAll(() => desktop?.close());

  /** The window, or a visible skip with the reason. */
  function opened(skip: (why: string) => never): Desktop {
    return desktop ?? skip(missing);
  }

  test('runs its page in the sandbox, apart from Node', async ({ skip }) => {
    const { app, page } = opened(skip);
    const settings = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Missing in Electron’s own types.
      const contents = window?.webContents as
        { getLastWebPreferences?(): Record<string, unknown> } | undefined;
      const all = contents?.getLastWebPreferences?.() ?? {};
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = all;
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(settings).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    const words = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    const known = await page.evaluate((names) => names.filter((name) => name in globalThis), words);
    expect(known).toEqual([]);
  });

  test('asks no network, whoever asks', async ({ skip }) => {
    const { app, page } = opened(skip);
    const fromPage = (url: string): Promise<string> =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            ({ status }) => String(status),
            () => 'refused',
          ),
        url,
      );
    expect(await fromPage('http://127.0.0.1:1/')).toBe('refused');
    expect(await fromPage('https://example.org/')).toBe('refused');
    // Past the page’s policy: the session itself refuses.
    const fromSession = await app.evaluate(({ session }) =>
      session.defaultSession.fetch('http://127.0.0.1:1/').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('serves the built window and no other file', async ({ skip }) => {
    const { page } = opened(skip);
    const statusOf = (path: string): Promise<number> =>
      page.evaluate((address) => fetch(address).then(({ status }) => status), `lab://app/${path}`);
    expect(await statusOf('index.html')).toBe(200);
    for (const path of [
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      'main/desktop/main.js',
      '%00',
      '%ff',
      '',
    ]) {
      expect(await statusOf(path), path).toBe(404);
    }
    const policy = await page.evaluate(() =>
      fetch('lab://app/index.html').then(({ headers }) => headers.get('content-security-policy')),
    );
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  });

  test('grants no permission but copying', async ({ skip }) => {
    const { page } = opened(skip);
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi']) {
      const state = await page.evaluate(
        `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`,
      );
      expect(state, name).toBe('denied');
    }
  });

  test('survives the end of the lab, says so, and starts a new one', async ({ skip }) => {
    const { app, page } = opened(skip);
    const pid = await app.evaluate(
      (electron) => electron.app.getAppMetrics().find((process) => process.name === 'cluster-lab')?.pid ?? 0,
    );
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Cluster Lab', level: 1 }).waitFor();
    expect(await page.getByRole('alert').allInnerTexts()).not.toContainEqual(expect.stringMatching(/\S/));
  });

  // Last: Playwright goes on waiting for the navigations that were refused.
  test('does not leave its own page', async ({ skip }) => {
    const { app, page } = opened(skip);
    expect(page.url()).toBe('lab://app/index.html');
    for (const address of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'lab://other/',
      'lab://app/other.html',
    ]) {
      await page.evaluate(`location.assign('${address}')`);
      await page.waitForTimeout(150);
      expect(page.url(), address).toBe('lab://app/index.html');
    }
    expect(await page.evaluate("open('https://example.org/')")).toBeNull();
    expect(await page.evaluate("open('lab://app/index.html')")).toBeNull();
    expect(app.windows()).toHaveLength(1);
  });
});
