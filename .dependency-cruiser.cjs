/**
 * Who may import whom. The table is the one in ARCHITECTURE.md; change both together.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const rooms = {
  shared: [],
  xml: ['shared'],
  net: ['shared'],
  store: ['shared'],
  component: ['shared', 'xml'],
  server: ['shared', 'xml', 'net', 'store', 'component'],
  muc: ['shared', 'xml', 'net', 'store', 'component'],
};

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `core-${room}`,
  comment: `core/${room} may import only ${['itself', ...allowed.map((a) => `core/${a}`)].join(', ')}.`,
  severity: 'error',
  from: { path: `^core/${room}/` },
  to: { path: '^(core|main|renderer)/', pathNot: `^core/(${[room, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'no-cycles',
      comment: 'Nothing may need itself while it runs; two files may know each other’s types.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-knows-nobody',
      comment: 'core/ is the laboratory and never heard of Electron or React.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '(^(main|renderer)/)|node_modules/(electron|react|@xyflow)' },
    },
    {
      name: 'main-opens-the-lab',
      comment: 'main/ may import core/shared and core/lab.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(core/(?!shared/|lab/)|renderer/)' },
    },
    {
      name: 'renderer-shared-only',
      comment: 'renderer/ may import core/shared only: everything else comes over the host API.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(core/(?!shared/)|main/)' },
    },
    {
      name: 'shared-runs-anywhere',
      comment: 'core/shared may import xstate and zod and yaml, nothing of Node.',
      severity: 'error',
      from: { path: '^core/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ltx-in-xml-only',
      severity: 'error',
      from: { path: '^(core|main)/', pathNot: '^core/xml/' },
      to: { path: 'node_modules/(@types/)?ltx' },
    },
    {
      name: 'no-undeclared',
      comment: 'What runs is a dependency; types do not run, and electron itself is what runs main/desktop.',
      severity: 'error',
      from: { path: '^(core|main|renderer)/' },
      to: {
        pathNot: 'node_modules/(electron|@types)/',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown', 'undetermined'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
