import type { Route } from '../routes/route.ts'
import type { Answer, OpenApi, Operation } from './document.ts'
import { jsonSchemas } from './json-schemas.ts'
import { describeOperation, problemName, schemasOf } from './operation.ts'

/** By the name of the route: what was asked, and what a small Podium answered. */
export type Examples = Readonly<Record<string, { path: string; answer: unknown }>>

/** OpenAPI 3.1, from the route table alone. */
export function describeApi(
  routes: readonly Route[],
  version: string,
  examples: Examples,
): OpenApi {
  const parts = routes.flatMap((route) =>
    [...schemasOf(route)].map(([part, schema]) => [partName(route, part), schema] as const),
  )
  const { named, others } = jsonSchemas(new Map(parts))
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of routes) {
    const schemaOf = (part: string) => others.get(partName(route, part))
    const example = examples[routeName(route)]?.answer
    const path = (paths[openApiPath(route)] ??= {})
    path[route.method.toLowerCase()] = describeOperation(route, schemaOf, example)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Podium',
      version,
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This Podium' }],
    tags: tags.filter(({ name }) => routes.some(({ tag }) => tag === name)),
    paths,
    components: { schemas: named, responses: problems(), securitySchemes },
  }
}

/** `GET /tokens` */
export function routeName({ method, path }: Route): string {
  return `${method} ${path}`
}

function partName(route: Route, part: string): string {
  return `${routeName(route)} ${part}`
}

/** `/teams/:id` is `/teams/{id}`; a pattern behind the name is Hono's own. */
function openApiPath({ path }: Route): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')
}

const about = [
  'The live leaderboard and analytics of a LiteLLM gateway.',
  'Money is in US dollars at full precision, instants are ISO 8601 in UTC, counters are integers. What is not known is `null`, never 0.',
  'Every refusal is an RFC 9457 problem; its `detail` is a sentence for people.',
].join('\n\n')

const tags = [
  {
    name: 'compat',
    description:
      'The addresses of the original leaderboard, with the answers that its clients expect. Unknown parameters are ignored.',
  },
  {
    name: 'board',
    description: 'All teams ranked, one team, and what would raise its score most.',
  },
  { name: 'analytics', description: 'Usage over time.' },
  { name: 'models', description: 'Models, what they cost, and which team uses them.' },
  {
    name: 'inference',
    description:
      'Engines of local models and their GPUs: figures, verdicts, energy, and which team loads them.',
  },
  { name: 'exports', description: 'The same figures as files.' },
  { name: 'live', description: 'Events that say what changed, as it changes.' },
  { name: 'trust', description: 'Whether the figures are complete, fresh and add up.' },
  { name: 'access', description: 'How browsers sign in and out.' },
  { name: 'operations', description: 'For the people who run Podium.' },
  { name: 'reference', description: 'This description of the API.' },
]

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: '`VIEWER_TOKEN`, `ADMIN_TOKEN`, or a JWT of the configured sign-in service.',
  },
  basic: { type: 'http', scheme: 'basic', description: 'A configured user and password.' },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'podium_session',
    description: 'For browsers: `POST /api/v1/session` sets it.',
  },
}

const sentences: Record<string, string> = {
  400: 'A parameter is wrong; `parameter` names it.',
  401: 'The request has no credentials, or wrong ones.',
  403: 'This visitor, host or origin may not ask this.',
  404: 'There is nothing at this address.',
  429: 'Too many wrong credentials; `Retry-After` says when to try again.',
  default: 'Any other refusal or fault.',
}

function problems(): Record<string, Answer> {
  const schema = { $ref: '#/components/schemas/Problem' }
  return Object.fromEntries(
    Object.entries(sentences).map(([status, description]) => [
      problemName(status),
      { description, content: { 'application/problem+json': { schema } } },
    ]),
  )
}
