/** `npm start`: builds what has changed, and says what there is. */
import { report, runPart } from './parts.mjs';

const command = [process.execPath, 'node_modules/typescript/bin/tsc', '-b', 'tsconfig.main.json'];
const build = await runPart({ name: 'build', command });
if (build.ok) {
  process.stdout.write(
    [
      'Cluster Lab has no window yet. The laboratory itself runs from the command line:',
      'Cluster Lab 目前还没有窗口。实验室本身可以在命令行中运行：',
      '',
      '  node bin/cluster-lab.mjs up examples/seed      # cluster-lab up',
      '  node bin/cluster-lab.mjs lint examples/seed    # cluster-lab lint',
      '  node bin/cluster-lab.mjs --help',
      '',
      'README.md, README.zh-CN.md',
      '',
    ].join('\n'),
  );
} else {
  report(build);
  process.exitCode = 1;
}
