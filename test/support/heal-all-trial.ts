/** One trial: traffic, a storm, `heal all`; then each link is what the trace says that it must be. */
import { LinkPrediction, type LinkFate } from './link-prediction.js';
import type { ExpectStatic } from 'vitest';
import { Storm, type StormOptions } from './storm.js';
import { DIALLERS } from './storm-topology.js';

interface Trial {
  /** What is not as it must be. */
  wrong: string[];
  /** How many links have each fate at the end. */
  fates: Record<LinkFate, number>;
  faults: string[];
}

const LIVE = new Set(['bound.live', 'connected.live']);
const GONE = new Set(['bound.socketGone', 'connected.socketGone']);

/**
 * What Tigase needs at most once nothing is broken any more: a process that starts opens its ports after 5 s, the
 * handshake that was on the way is given up after 15 s and dialled again, and a SYN that nobody has answered is sent
 * again after as long a time as it has waited (a storm lasts up to 70 s: at 63 s).
 */
const WITHIN_MS = 63_000;

/** `check` is vitest's `expect`. */
export async function expectHealed(check: ExpectStatic, options: StormOptions): Promise<void> {
  const { wrong, faults } = await healAllTrial(options, WITHIN_MS);
  check({ wrong, faults }).toEqual({ wrong: [], faults });
}

async function healAllTrial(options: StormOptions, withinMs: number): Promise<Trial> {
  const storm = await Storm.open(options);
  try {
    const { lab } = storm;
    const prediction = new LinkPrediction();
    let read = 0;
    const wrong = (): string[] => {
      for (const row of lab.trace.range(read + 1, lab.trace.length)) prediction.take(row);
      read = lab.trace.length;
      return [...wrongLinks(storm, prediction), ...leftOvers(storm)];
    };
    const calm = wrong();
    if (calm.length > 0)
      return { wrong: ['before the storm', ...calm], fates: count(prediction), faults: [] };
    await storm.rage();
    lab.faults.healAll();
    let seen = lab.trace.length;
    await storm.wait(withinMs, () => {
      if (lab.trace.length < seen + 200) return false;
      seen = lab.trace.length;
      return wrong().length === 0;
    });
    return { wrong: wrong(), fates: count(prediction), faults: storm.faults };
  } finally {
    await storm.close();
  }
}

function wrongLinks({ lab }: Storm, prediction: LinkPrediction): string[] {
  const wrong: string[] = [];
  const diallers = lab.machines
    .all()
    .filter(({ machine }) => machine === 'component-dialler' || machine === 'cluster-dialler');
  // A node that was forgotten and is found again gets new links beside the old ones (docs/fidelity.md).
  if (diallers.length < DIALLERS) wrong.push(`${diallers.length} diallers instead of ${DIALLERS}`);
  const fates = prediction.fates();
  for (const { instance, state } of diallers) {
    const fate = fates.get(instance) ?? 'live';
    const expected = fate === 'finOnly' ? GONE : LIVE;
    if (!expected.has(state))
      wrong.push(`${instance}: ${state}, but ${fate} (${prediction.linkOf(instance)})`);
    else if (fate === 'live') wrong.push(...halfOpen(lab, instance, prediction.linkOf(instance)));
  }
  return wrong;
}

/** What is bound must be a connection with somebody at each end. */
function halfOpen(lab: Storm['lab'], dialler: string, id: string): string[] {
  const link = lab.network.link(id);
  if (!link?.open) return [`${dialler}: believed up, but ${id} is gone`];
  return link.a.listening && link.b.listening ? [] : [`${dialler}: nobody at one end of ${id}`];
}

/** What faults leave behind. */
function leftOvers({ lab, bugs }: Storm): string[] {
  const held = lab.network
    .allLinks()
    .flatMap(({ id, ab, ba }) => [...ab.heldBy, ...ba.heldBy].map((hold) => `${id} held by ${hold}`));
  const down = lab.processes
    .filter(({ state }) => state !== 'running')
    .map(({ name, state }) => `${name} ${state}`);
  const shut = lab.processes.flatMap(({ name }) =>
    lab.network
      .listenersOf(name)
      .filter((listener) => !listener.open)
      .map(({ spec }) => `${name}:${spec.port} is shut`),
  );
  const skewed = lab.processes
    .filter(({ name }) => lab.skewOf(name) !== 0)
    .map(({ name }) => `${name} is skewed`);
  return [
    ...held,
    ...down,
    ...shut,
    ...skewed,
    ...lab.faults.list().map(({ id, kind }) => `${id} ${kind} is on`),
    ...bugs.map(String),
  ];
}

function count(prediction: LinkPrediction): Record<LinkFate, number> {
  const fates = { live: 0, finOnly: 0, silent: 0 };
  for (const fate of prediction.fates().values()) fates[fate] += 1;
  return fates;
}
