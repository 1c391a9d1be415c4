import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './play-file.js';
import { REWRITES } from './wire-differences.js';
import { capturedFrames, shapeOf, surplus, type WireFrame } from './wire-shape.js';
import { playStory, type Port } from './wire-story.js';

const FIXTURES = { 5222: 'client-5222.xml', 5270: 'component-5270.xml', 5277: 'cluster-5277.xml' } as const;
const PORTS: readonly Port[] = [5222, 5270, 5277];

let story: Record<Port, WireFrame[]>;

beforeAll(async () => {
  story = await playStory();
});

function shapes(frames: readonly WireFrame[]): string[] {
  return frames.flatMap((frame) => shapeOf(frame) ?? []);
}

function captured(port: Port): string[] {
  return shapes(capturedFrames(readFileSync(path.join(ROOT, 'test/fixtures/wire', FIXTURES[port]), 'utf8')));
}

/** What is wanted of the lab. */
function wanted(port: Port): string[] {
  return captured(port).map((shape) =>
    REWRITES.reduce((text, rewrite) => text.replace(rewrite.captured, rewrite.as), shape),
  );
}

describe.each(PORTS)('elements on %i are those of Tigase 5.2.3', (port) => {
  it('of which there are many', () => {
    expect(captured(port).length).toBeGreaterThan(30);
  });

  it('each captured one is sent here too, as often', () => {
    expect(surplus(wanted(port), shapes(story[port]))).toEqual([]);
  });

  it('and no other', () => {
    expect(surplus(shapes(story[port]), wanted(port))).toEqual([]);
  });
});

it('no allowed difference is stale', () => {
  const all = PORTS.flatMap(captured);
  expect(REWRITES.filter((rewrite) => !all.some((shape) => rewrite.captured.test(shape)))).toEqual([]);
});
