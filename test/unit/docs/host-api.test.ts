/** docs/host-api.md says what the host API does: no command, example or error code is missing or made up. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, COMMAND_SCHEMAS, isCommand } from '#core/shared/api/commands.js';
import { hasText } from '#core/shared/text/render.js';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/host-api.md', root), 'utf8');

/** Headings of commands with the request and the answer below each. */
function examples(): { heading: string; request: unknown; answer: unknown }[] {
  const found = page.matchAll(/^### (\S+)\n[^]*?```text\n(.*)\n(.*)\n```/gm);
  return [...found].map(([, heading = '', request = '', answer = '']) => ({
    heading,
    request: JSON.parse(request) as unknown,
    answer: JSON.parse(answer) as unknown,
  }));
}

/** Codes of every `new HostError('…')` in core. */
function thrownCodes(): string[] {
  const folder = new URL('core/', root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const codes = files.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return [...text.matchAll(/HostError\('([a-z-]+)'/g)].map(([, code = '']) => code);
  });
  return [...new Set(codes)].sort();
}

describe('docs/host-api.md', () => {
  it('has a heading and an example for every command, and for nothing else', () => {
    const headings = [...page.matchAll(/^### (\S+)$/gm)].map(([, name]) => name);
    expect(headings.toSorted()).toEqual(COMMAND_NAMES.toSorted());
    expect(examples().map(({ heading }) => heading)).toEqual(headings);
  });

  it('shows requests that the host would take, each with its answer', () => {
    for (const { heading, request, answer } of examples()) {
      const { id, command, args } = request as { id: number; command: string; args: unknown };
      expect(command).toBe(heading);
      if (isCommand(command)) expect(() => COMMAND_SCHEMAS[command].parse(args)).not.toThrow();
      expect(answer).toMatchObject({ id, result: expect.anything() as unknown });
    }
  });

  it('explains every error code that is thrown, and each has a sentence', () => {
    for (const code of thrownCodes()) {
      expect([code, page.includes(`\`${code}\``), hasText(`host.${code}`)]).toEqual([code, true, true]);
    }
  });
});
