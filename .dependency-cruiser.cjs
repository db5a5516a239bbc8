/** Boundaries of docs/architecture.md as rules; `npm run check` fails on a crossing. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'types may refer to each other; code may not',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'renderer-sees-shared-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|e2e|scripts)/' },
    },
    {
      name: 'shared-is-a-leaf',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|e2e|scripts)/' },
    },
    {
      name: 'main-and-preload-see-shared-only',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^(electron/(engine|hosts|demo)|renderer)/' },
    },
    {
      name: 'engine-sees-shared-only',
      comment: 'tests may run the engine against the demo merchants',
      severity: 'error',
      from: { path: '^electron/engine/', pathNot: '\\.test\\.ts$|/test-support/' },
      to: { path: '^(electron/(main|preload|hosts|demo)|renderer|e2e)/' },
    },
    {
      name: 'engine-never-imports-electron',
      severity: 'error',
      from: { path: '^electron/(engine|hosts|demo)/' },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'triage-is-pure',
      comment: 'order -> diagnoses -> root causes -> fixes: no I/O, no clock, no database',
      severity: 'error',
      from: { path: '^electron/engine/triage/', pathNot: '\\.test\\.ts$|/test-support/' },
      to: {
        pathNot:
          '^(electron/engine/triage/|shared/(domain|words)/|resources/|node_modules/(zod|postcode-validator|libphonenumber-js)/)',
      },
    },
    {
      name: 'shared-domain-is-pure',
      severity: 'error',
      from: { path: '^shared/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(shared/domain/|node_modules/zod/)' },
    },
    {
      name: 'shared-words-are-pure',
      comment: 'what the engine says, in each language: told from data alone',
      severity: 'error',
      from: { path: '^shared/words/', pathNot: '\\.test\\.ts$|/test-support/' },
      to: { pathNot: '^shared/(domain|words)/' },
    },
    {
      name: 'demo-is-independent',
      comment:
        'the demo merchants judge orders by rules of their own, or tests would check the code against itself',
      severity: 'error',
      from: { path: '^electron/demo/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(electron/engine/|shared/(domain|words)/|renderer/)' },
    },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '\\.test\\.tsx?$|/test-support/' },
      to: { path: '\\.test\\.tsx?$|/test-support/|^e2e/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // TypeScript 7 has no API that this tool can use; swc reads the imports instead.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
