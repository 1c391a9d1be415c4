import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';
import { openWindowServer } from '#main/serve/window-server.js';
import { chromium } from 'playwright';
const host = new LabHost({ readTopology, onBug: console.error } as never);
await host.call('topology.open', { path: process.env.TOPO ?? '/work/main/examples/seed-standard-muc' });
const server = await openWindowServer(host, 'en', { folder: '/tmp/cv/out' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const step = await import(process.env.STEP!);
try { await step.default({ host, browser, url: server.url, shot: async (page: any, n: string) => page.screenshot({ path: `/tmp/cv/${n}.png` }),
 open: async (q: string, size = { width: 1280, height: 800 }) => { const page = await browser.newPage({ viewport: size }); page.on('console', (m: any) => ['error','warning'].includes(m.type()) && console.log('CONSOLE', m.type(), m.text().slice(0,300))); page.on('pageerror', (e: any) => console.log('PAGEERROR', e.message)); await page.goto(server.url + q); await page.waitForSelector('.react-flow__node', { timeout: 20000 }); await page.waitForTimeout(900); return page; } });
} catch (e) { console.error(e); }
await browser.close(); await server.close(); await host.close(); process.exit(0);
