/** The desktop's own command line: `--open PATH`, or CLUSTER_LAB_OPEN; Chromium's switches stand beside it. */
import path from 'node:path';

/** Absolute path of the topology to open at the start. */
export function topologyToOpen(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string | undefined {
  const at = argv.findIndex((word) => word === '--open' || word.startsWith('--open='));
  const word = argv[at];
  const given = word?.startsWith('--open=')
    ? word.slice('--open='.length)
    : at < 0
      ? undefined
      : argv[at + 1];
  const chosen = given ?? env['CLUSTER_LAB_OPEN'];
  return chosen ? path.resolve(cwd, chosen) : undefined;
}
