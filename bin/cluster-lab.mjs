#!/usr/bin/env node
/** The command line's thin door: everything else is in main/cli. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/main/cli/cli.js', import.meta.url);

if (existsSync(built)) {
  const { cli } = await import(built.href);
  // What is still open by now (an idle socket, a timer) does not keep the process.
  process.exit(await cli(process.argv.slice(2)));
} else {
  process.stderr.write(
    'cluster-lab: not built yet: run npm run build first\ncluster-lab：尚未构建，请先执行 npm run build\n',
  );
  process.exit(2);
}
