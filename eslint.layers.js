// The arrows of docs/architecture.md as rules: data goes one way, and the pure rooms stay pure.

const api = 'apps/api/src'

/** Forbids a folder to import what `groups` match; `why` is what the reader is told. */
function forbid(files, bans, extra = {}) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: bans.map(([group, why]) => ({ group, message: why })), ...extra },
      ],
    },
  }
}

const up = '**/{main,start-podium}.ts'
const noRoot = [[up], 'Nothing imports the composition root.']
const simulator = [['@podium/gateway-simulator'], 'Only demo mode loads the simulator.']
const outside = (...names) => [
  names.map((name) => `**/${name}/**`),
  `Data goes one way: this layer does not know ${names.join(', ')}.`,
]
const edges = [
  ['node:*', 'hono', 'hono/*', '@hono/*', 'ky', 'kysely', 'pg'],
  'This room is pure: it takes values and returns values.',
]

const pureGlobals = {
  'no-restricted-globals': [
    'error',
    ...[
      'fetch',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'process',
      'performance',
      'crypto',
    ].map((name) => ({
      name,
      message: 'This room is pure: no clock, timer, network or environment.',
    })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "MemberExpression[object.name='Date'][property.name='now']",
      message: 'This room is pure: take the instant as an argument.',
    },
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'This room is pure: take the instant as an argument.',
    },
    {
      selector: "MemberExpression[object.name='Math'][property.name='random']",
      message: 'This room is pure: take the random source as an argument.',
    },
  ],
}

export const layers = [
  forbid([`${api}/**/*.ts`], [noRoot, simulator]),
  forbid([`${api}/http/**/*.ts`], [noRoot, simulator, outside('collect', 'demo')]),
  forbid(
    [`${api}/queries/**/*.ts`],
    [
      noRoot,
      simulator,
      outside('http', 'collect', 'access', 'live', 'demo'),
      [['hono', 'hono/*', '@hono/*', 'node:http'], 'A query knows no HTTP.'],
      [['**/store/write/**'], 'A query reads.'],
    ],
  ),
  forbid(
    [`${api}/access/**/*.ts`],
    [noRoot, simulator, outside('http', 'collect', 'live', 'demo')],
  ),
  forbid([`${api}/collect/**/*.ts`], [noRoot, simulator, outside('http', 'analytics', 'demo')]),
  forbid(
    [`${api}/store/**/*.ts`],
    [noRoot, simulator, outside('http', 'collect', 'analytics', 'live', 'demo')],
  ),
  ...[
    ['read', 'write'],
    ['write', 'read'],
  ].map(([room, other]) =>
    forbid(
      [`${api}/store/${room}/**/*.ts`],
      [
        noRoot,
        simulator,
        outside('http', 'queries', 'collect', 'analytics', 'live', 'demo'),
        [[`**/${other}/**`], 'What both need lies beneath them, in store/ or domain/.'],
      ],
    ),
  ),
  forbid(
    [`${api}/live/**/*.ts`],
    [noRoot, simulator, outside('http', 'collect', 'analytics', 'store', 'demo')],
  ),
  forbid(
    [`${api}/telemetry/**/*.ts`],
    [noRoot, simulator, outside('http', 'collect', 'live', 'demo')],
  ),
  ...['analytics', 'ledger'].map((room) =>
    forbid(
      [`${api}/${room}/**/*.ts`],
      [noRoot, simulator, edges, outside('http', 'queries', 'collect', 'store', 'live', 'demo')],
    ),
  ),
  forbid(
    [`${api}/domain/**/*.ts`],
    [
      noRoot,
      simulator,
      edges,
      outside('http', 'queries', 'collect', 'store', 'live', 'demo', 'analytics', 'ledger'),
    ],
  ),
  { files: [`${api}/{analytics,domain,ledger}/**/*.ts`], rules: pureGlobals },
  forbid([`${api}/demo/**/*.ts`], [noRoot, outside('http', 'analytics', 'collect')]),
  forbid([`${api}/{main,start-podium}.ts`], [simulator]),

  forbid(
    ['packages/contracts/src/**/*.ts'],
    [[['node:*', '@podium/*', 'hono'], 'contracts knows zod only.']],
  ),
  forbid(
    ['packages/litellm-client/src/**/*.ts'],
    [[['@podium/*', 'hono'], 'The client stands alone.']],
  ),
  forbid(
    ['packages/inference-metrics/src/**/*.ts'],
    [
      [
        ['node:*', '@podium/*', 'hono', 'zod', 'ky'],
        'inference-metrics is pure and depends on nothing.',
      ],
    ],
  ),
  { files: ['packages/{inference-metrics,contracts}/src/**/*.ts'], rules: pureGlobals },
  forbid(
    ['packages/gateway-simulator/src/**/*.ts'],
    [[['@podium/*'], 'The simulator stands alone.']],
  ),

  ...[
    ['ui', ['features', 'pages', 'api']],
    ['features', ['pages']],
    ['lib', ['features', 'pages', 'ui', 'api', 'composables']],
  ].map(([room, above]) =>
    forbid(
      [`apps/web/src/${room}/**/*.{ts,vue}`],
      [outside(...above), [['zod', 'ky'], 'Questions are asked in api.']],
    ),
  ),
  {
    files: ['apps/web/src/**/*.{ts,vue}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@podium/*'],
              allowTypeImports: true,
              message: 'The browser takes types from contracts, no code.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Text is interpolated, never parsed.',
        })),
      ],
    },
  },
]
