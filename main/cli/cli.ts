/**
 * The command line: its words, and which function each command calls. A command is loaded when it is called: most of them
 * bring the whole lab, which takes longer to load than a sentence about an option should.
 */
import { Command, CommanderError } from 'commander';
import { MOST_PROCESSES } from '#core/shared/config/new-topology/wish.js';
import { TIGASE_VERSIONS } from '#core/shared/config/catalogue/entry.js';
import type { TextKey } from '#core/shared/text/en.js';
import { languageOf, type Language } from '#core/shared/text/render.js';
import { ownPackage } from '#main/package-root.js';
import { numberFrom, oneOf, PROFILES, quirkSwitch, TRANSPORTS, wholeFrom, wholeNumber } from './arguments.js';
import type { CompareOptions } from './compare.js';
import { settingsOf } from './compare-settings.js';
import { EXIT } from './exit-codes.js';
import type { ExploreOptions } from './explore.js';
import type { LintOptions } from './lint.js';
import type { NewOptions } from './new.js';
import { Output } from './output.js';
import type { RunOptions } from './run.js';
import type { ServeOptions } from './serve.js';
import type { UpOptions } from './up.js';

const FASTEST = 1000;
const SLOWEST = 0.001;
/** What a timer can hold, in s. */
const LONGEST = 2_000_000;
const MOST_SEEDS = 1_000_000_000;
const MOST_WORKERS = 64;
const USUAL_SERVERS = 2;
const USUAL_MUCS = 2;

/** Carries out `argv` (without node and script); resolves to the exit code, with everything written. */
export async function cli(argv: readonly string[]): Promise<number> {
  const output = new Output(languageOf(localeIn(argv)), process);
  const code = await runCommand(argv, output);
  await output.flushed();
  return code;
}

async function runCommand(argv: readonly string[], output: Output): Promise<number> {
  const outcome: Outcome = { code: EXIT.ok };
  try {
    await program(output, outcome).parseAsync(argv, { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    output.say('cli.failed', {
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return EXIT.failed;
  }
}

interface Outcome {
  code: number;
}

/** The language has to be known before the first sentence about the options themselves. */
function localeIn(argv: readonly string[]): string | undefined {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = argv[index]?.split('=')[1] ?? argv[index + 1];
  return index >= 0 ? given : LC_ALL || LC_MESSAGES || LANG;
}

function program(output: Output, outcome: Outcome): Command {
  const root = new Command('cluster-lab')
    .description(output.text('cli.about'))
    .version(ownPackage().version, '--version', output.text('cli.version'))
    .option('--lang <en|zh-CN>', output.text('cli.lang'), oneOf<Language>(output, ['en', 'zh-CN']))
    .helpOption('-h, --help', output.text('cli.help'))
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => helpTitle(output, title) })
    .configureOutput({
      writeOut: (text) => output.line(text.trimEnd()),
      writeErr: (text) => output.note(text.trimEnd()),
    });
  const done = (code: number): void => {
    outcome.code = code;
  };
  addUp(root, output, done);
  addRun(root, output, done);
  addExplore(root, output, done);
  addCompare(root, output, done);
  addLint(root, output, done);
  addNew(root, output, done);
  addServe(root, output, done);
  return root;
}

const HELP_TITLES: Readonly<Record<string, TextKey>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
};

function helpTitle(output: Output, title: string): string {
  const key = HELP_TITLES[title];
  return key === undefined ? title : output.text(key);
}

function addUp(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('up')
    .description(output.text('cli.up'))
    .argument('[topology]', output.text('cli.up.topology'))
    .option('--session <file>', output.text('cli.session'))
    .option('--events', output.text('cli.up.events'))
    .option('--speed <n>', output.text('cli.up.speed'), numberFrom(output, SLOWEST, FASTEST))
    .option('--profile <version>', output.text('cli.profile'), oneOf(output, PROFILES))
    .option('--quirk <name=on|off>', output.text('cli.quirk'), quirkSwitch(output))
    .option('--seed <n>', output.text('cli.seed'), wholeNumber(output))
    .option('--duration <seconds>', output.text('cli.up.duration'), numberFrom(output, 0, LONGEST))
    .option('--slow-boot', output.text('cli.up.slow-boot'))
    .option('--db <file>', output.text('cli.up.db'))
    .action(async (topology: string | undefined, options: UpOptions) =>
      done(await (await import('./up.js')).up(topology, options, output)),
    );
}

function addRun(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('run')
    .description(output.text('cli.run'))
    .argument('<scenario...>', output.text('cli.run.scenario'))
    .option('--seed <n>', output.text('cli.seed'), wholeNumber(output))
    .option('--transport <kind>', output.text('cli.run.transport'), oneOf(output, TRANSPORTS))
    .option('--junit <file>', output.text('cli.run.junit'))
    .option('--trace <file>', output.text('cli.run.trace'))
    .option('--diagram <file>', output.text('cli.run.diagram'))
    .option('--json', output.text('cli.json'))
    .action(async (scenarios: string[], options: RunOptions) =>
      done(await (await import('./run.js')).run(scenarios, options, output)),
    );
}

function addExplore(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('explore')
    .description(output.text('cli.explore'))
    .argument('<scenario>', output.text('cli.explore.scenario'))
    .option('--seeds <n>', output.text('cli.explore.seeds'), wholeFrom(output, 1, MOST_SEEDS))
    .option('--seed-from <n>', output.text('cli.explore.seed-from'), wholeFrom(output, 1, MOST_SEEDS))
    .option('--workers <n>', output.text('cli.explore.workers'), wholeFrom(output, 1, MOST_WORKERS))
    .option('--stop-at-first', output.text('cli.explore.stop-at-first'))
    .option('--out <folder>', output.text('cli.explore.out'))
    .option('--json', output.text('cli.json'))
    .action(async (scenario: string, options: ExploreOptions) =>
      done(await (await import('./explore.js')).explore(scenario, options, output)),
    );
}

function addCompare(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('compare')
    .description(output.text('cli.compare'))
    .argument('<file...>', output.text('cli.compare.file'))
    .option('--left <setting>', output.text('cli.compare.left'), settingsOf(output), {})
    .option('--right <setting>', output.text('cli.compare.right'), settingsOf(output), {})
    .option('--transport <kind>', output.text('cli.compare.transport'), oneOf(output, TRANSPORTS))
    .option('--json', output.text('cli.json'))
    .action(async (files: string[], options: CompareOptions) =>
      done(await (await import('./compare.js')).compare(files, options, output)),
    );
}

function addLint(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('lint')
    .description(output.text('cli.lint'))
    .argument('<path...>', output.text('cli.lint.path'))
    .option('--profile <version>', output.text('cli.lint.profile'), oneOf(output, TIGASE_VERSIONS))
    .option('--json', output.text('cli.json'))
    .option('--sarif <file>', output.text('cli.lint.sarif'))
    .option('--junit <file>', output.text('cli.run.junit'))
    .action(async (paths: string[], options: LintOptions) =>
      done(await (await import('./lint.js')).lint(paths, options, output)),
    );
}

function addNew(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('new')
    .description(output.text('cli.new'))
    .argument('<folder>', output.text('cli.new.folder'))
    .option(
      '--servers <n>',
      output.text('cli.new.servers'),
      wholeFrom(output, 1, MOST_PROCESSES),
      USUAL_SERVERS,
    )
    .option('--mucs <n>', output.text('cli.new.mucs'), wholeFrom(output, 0, MOST_PROCESSES), USUAL_MUCS)
    .requiredOption('--domain <domain>', output.text('cli.new.domain'))
    .option('--host-names <names>', output.text('cli.new.host-names'))
    .option('--cluster-secret <secret>', output.text('cli.new.cluster-secret'))
    .option('--component-secret <secret>', output.text('cli.new.component-secret'))
    .option('--db <uri>', output.text('cli.new.db'))
    .action(async (folder: string, options: NewOptions) =>
      done(await (await import('./new.js')).writeNew(folder, options, output)),
    );
}

function addServe(root: Command, output: Output, done: (code: number) => void): void {
  root
    .command('serve')
    .description(output.text('cli.serve'))
    .argument('[topology]', output.text('cli.up.topology'))
    .option('--session <file>', output.text('cli.session'))
    .option('--port <n>', output.text('cli.serve.port'), numberFrom(output, 0, 65_535))
    .action(async (topology: string | undefined, options: ServeOptions) =>
      done(await (await import('./serve.js')).serve(topology, options, output)),
    );
}
