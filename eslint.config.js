import tseslint from 'typescript-eslint';

/** Every ban carries the sentence that names the replacement. */
const AMBIENT =
  'Time, chance and identity are injected: take them from core/shared/injected (clock, random, ids).';

const ambientGlobals = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'performance',
  'process',
  'console',
  'crypto',
].map((name) => ({ name, message: AMBIENT }));

const ambientModules = [
  { name: 'node:timers', message: AMBIENT },
  { name: 'node:timers/promises', message: AMBIENT },
  { name: 'node:perf_hooks', message: AMBIENT },
  { name: 'node:dns', message: 'Names resolve inside the lab only: use the name table of core/net.' },
  {
    name: 'node:dns/promises',
    message: 'Names resolve inside the lab only: use the name table of core/net.',
  },
];

/** Of a socket, a server, a module under another name. */
const ambientMethods = {
  selector: 'MemberExpression[property.name=/^(setTimeout|setInterval|setImmediate|nextTick|hrtime)$/]',
  message: AMBIENT,
};

const ambientSyntax = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: AMBIENT },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: AMBIENT },
  { selector: "CallExpression[callee.name='Date']", message: AMBIENT },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: AMBIENT },
  ambientMethods,
  { selector: "MemberExpression[object.name='Intl'][property.name='DateTimeFormat']", message: AMBIENT },
  { selector: 'MemberExpression[property.name=/^toLocale(Date|Time)?String$/]', message: AMBIENT },
  { selector: "Identifier[name='AbortSignal']", message: AMBIENT },
  {
    selector:
      'ImportSpecifier[imported.name=/^(randomBytes|randomInt|randomUUID|randomFill|getRandomValues)$/]',
    message: AMBIENT,
  },
];

/** What runs inside a simulated process finishes within its step, so that the order never depends on the event loop. */
const synchronousOnly = [
  {
    selector: 'AwaitExpression',
    message: 'Processes are synchronous: ask the clock for a timer, or the network for a callback.',
  },
  {
    selector: ':function[async=true]',
    message: 'Processes are synchronous: ask the clock for a timer, or the network for a callback.',
  },
  {
    selector: "NewExpression[callee.name='Promise']",
    message: 'Processes are synchronous: ask the clock for a timer, or the network for a callback.',
  },
];

const climbing = { group: ['../../*'], message: 'Imports across rooms are written #core/… or #main/….' };

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'test/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-imports': ['error', { patterns: [climbing] }],
      'max-lines': ['error', { max: 450, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['core/**/*.ts', 'main/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 15],
      'max-params': ['error', 5],
      'no-console': 'error',
    },
  },
  {
    files: ['core/**/*.machine.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['core/lab/clock.ts'],
    rules: {
      'no-restricted-globals': ['error', ...ambientGlobals],
      'no-restricted-imports': ['error', { paths: ambientModules, patterns: [climbing] }],
      'no-restricted-syntax': ['error', ...ambientSyntax],
    },
  },
  {
    // How long a program outside may take to answer a dial is real time.
    files: ['core/net/loopback-transport.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ambientSyntax.filter((ban) => ban !== ambientMethods)] },
  },
  {
    files: ['core/{shared,xml,store,component,server,muc}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ambientSyntax, ...synchronousOnly] },
  },
  {
    files: ['*.config.{ts,js}', '*.cjs', 'scripts/**', 'bench/**'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
