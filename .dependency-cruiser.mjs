/** The arrows between the folders; each rule says why it stands. Type-only imports carry no code and pass. */
const only = (from, allowed, comment) => ({
  name: `${from}-imports`,
  severity: 'error',
  comment,
  from: { path: `^${from}/` },
  to: {
    path: '^(domain|workflows|activities|api|db|ops|test)/',
    pathNot: [`^${from}/`, ...allowed],
    dependencyTypesNot: ['type-only'],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('domain', [], 'The rules of the standard stand on their own: no I/O, nothing of ours.'),
    only(
      'workflows',
      ['^domain/'],
      'A workflow is the process alone; what it asks of the world is an activity (types only).',
    ),
    only('db', ['^domain/'], 'Queries know rows and terms, not who asks.'),
    only(
      'activities',
      ['^domain/', '^db/', '^workflows/contract\\.ts$', '^ops/[^/]+\\.ts$'],
      'Activities do the work: they use the database and VUM, never the API or a workflow; the contract is names alone.',
    ),
    only(
      'api',
      [
        '^domain/',
        '^db/',
        '^workflows/contract\\.ts$',
        '^activities/(vum|detailvraag|foutenbestand)/',
        '^ops/[^/]+\\.ts$',
      ],
      'The API starts workflows by their contract; it fetches details itself because a detail may be in its memory only, and hands out an upload with its faults, which only the readers can read, from a thread.',
    ),
    {
      name: 'foutenbestand-outside-temporal',
      severity: 'error',
      comment:
        'A file with faults is made while somebody waits for it, in the API: nothing of it may need a worker.',
      from: { path: '^activities/foutenbestand/' },
      to: { path: 'node_modules/@temporalio', reachable: true },
    },
    {
      name: 'ops-stands-alone',
      severity: 'error',
      comment:
        'Operations serve the product and know nothing of it; the local stack is the exception, it runs the product.',
      from: { path: '^ops/', pathNot: '^ops/local/' },
      to: { path: '^(domain|workflows|activities|api|db|test)/' },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      comment: 'Product code must not need the tests.',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      comment: 'The domain is pure, so that workflows and the index can use it anywhere.',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-vum-talks-to-vum',
      severity: 'error',
      comment: 'Time-outs, mutual TLS and validation at the edge live in one place.',
      from: { path: '^(workflows|api|activities|db)/', pathNot: '^activities/vum/' },
      to: { path: 'node_modules/undici' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A circle has no place to start reading.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that resolves to nothing fails at run time.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.um/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
