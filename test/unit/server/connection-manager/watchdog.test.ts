import { describe, expect, it } from 'vitest';
import { LabClock } from '#core/lab/clock.js';
import { Watchdog, type WatchedConnection } from '#core/server/connection-manager/watchdog.js';
import { watchdogSettings } from '#core/shared/config/watchdog.js';

const SECOND = 1_000_000;

function rig(settings: Record<string, string> = {}, maxInactivityMs = 1e9) {
  const clock = new LabClock(
    () => 0,
    (timer) => timer.run(),
  );
  const watchdog = new Watchdog({
    clock: clock.forNode('n'),
    name: 'c2s',
    settings: watchdogSettings({ properties: settings, settings: {} }, 'c2s'),
    maxInactivityMs,
  });
  const seen: string[] = [];
  const connection = (name: string): WatchedConnection & { lastTransfer: number } => ({
    lastTransfer: clock.now(),
    probe: (text) => seen.push(`${clock.now() / SECOND} ${name} ${text}`),
    inactive: () => seen.push(`${clock.now() / SECOND} ${name} stopped`),
  });
  const advance = (seconds: number): void => {
    const end = clock.now() + seconds * SECOND;
    for (let next = clock.next(); next && next.due <= end; next = clock.next()) clock.fireNext();
    clock.advanceTo(end);
  };
  return { clock, watchdog, seen, connection, advance };
}

describe('the watchdog', () => {
  it('writes a blank at the first look after 29 idle minutes, and at each look from then on', () => {
    const { watchdog, seen, connection, advance } = rig();
    advance(30);
    watchdog.add(connection('a'));
    advance(50 * 60);
    expect(seen).toEqual(['1800 a  ', '2400 a  ', '3000 a  ']);
  });

  it('leaves those alone that are not idle, and numbers its pings', () => {
    const { clock, watchdog, seen, connection, advance } = rig({
      '--watchdog_delay': '10000',
      '--watchdog_timeout': '15000',
      '--watchdog_ping_type': 'Xmpp',
    });
    const [busy, idle] = [connection('busy'), connection('idle')];
    watchdog.add(busy);
    watchdog.add(idle);
    advance(19);
    busy.lastTransfer = clock.now();
    advance(12);
    expect(seen.map((line) => line.slice(0, 40))).toEqual(
      ["20 idle <iq type='get' id='tigase-ping-1'", "30 idle <iq type='get' id='tigase-ping-2'"].map((line) =>
        line.slice(0, 40),
      ),
    );
  });

  it('stops who has been idle for too long', () => {
    const { watchdog, seen, connection, advance } = rig({ '--watchdog_delay': '10000' }, 25_000);
    const idle = connection('idle');
    watchdog.add(idle);
    advance(35);
    expect(seen).toEqual(['30 idle stopped']);
  });

  it('arms no timer before there is anything to do, nor when it is off or everybody has gone', () => {
    const { clock, watchdog, connection } = rig();
    expect(clock.armed).toBe(0);
    const only = connection('a');
    watchdog.add(only);
    expect(clock.next()?.due).toBe(1800 * SECOND);
    watchdog.remove(only);
    expect(clock.next()).toBeUndefined();
    const off = rig({ '--watchdog_delay': '0' });
    off.watchdog.add(off.connection('a'));
    expect(off.clock.armed).toBe(0);
  });
});

describe('watchdog settings', () => {
  it('of a component go before the property; what is no number or no type does not count', () => {
    const plan = {
      properties: {
        '--watchdog_delay': '30000',
        '--watchdog_timeout': 'soon',
        '--watchdog_ping_type': 'smoke',
      },
      settings: { 'cl-comp/watchdog_delay': '5' },
    };
    expect(watchdogSettings(plan, 'cl-comp')).toEqual({
      delayMs: 5,
      timeoutMs: 1_740_000,
      pingType: 'whitespace',
      badPingType: 'smoke',
    });
    expect(watchdogSettings(plan, 'c2s').delayMs).toBe(30_000);
  });
});
