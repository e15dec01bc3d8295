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
  'Money is in US dollars at full precision, instants are ISO 8601 in UTC, counters are integers, and what is not known is `null`, never 0.',
  'Whatever is refused is an RFC 9457 problem whose `detail` is a sentence for people.',
].join('\n\n')

const tags = [
  {
    name: 'compatible',
    description: 'As the original leaderboard answers; unknown parameters are ignored.',
  },
  { name: 'board', description: 'Ranked teams, one team, and what would help it most.' },
  { name: 'analytics', description: 'What was used, over time.' },
  { name: 'models', description: 'Models, and who uses which.' },
  { name: 'exports', description: 'The same tables as files.' },
  { name: 'live', description: 'What changes, as it changes.' },
  { name: 'trust', description: 'How far the numbers can be trusted.' },
  { name: 'access', description: 'A way in for browsers.' },
  { name: 'operations', description: 'For those who run it.' },
  { name: 'reference', description: 'This description.' },
]

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: '`VIEWER_TOKEN` or `ADMIN_TOKEN`.' },
  basic: { type: 'http', scheme: 'basic', description: 'A configured user and password.' },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'podium_session',
    description: 'From `POST /api/v1/session`, for browsers.',
  },
}

const sentences: Record<string, string> = {
  400: 'A parameter cannot be understood; `parameter` names it.',
  401: 'No way in was given, or it is not known.',
  403: 'This role, host or origin may not ask.',
  404: 'There is nothing at this address.',
  429: 'Too many attempts; `Retry-After` says when to come back.',
  default: 'Anything else that is refused or goes wrong.',
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
