import type { z } from 'zod'
import type { RawRoute, Route, RouteAccess } from '../routes/route.ts'
import type { Answer, JsonSchema, Operation, Parameter } from './document.ts'

/** The JSON schemas of one route, by what they are of. */
export type SchemaOf = (part: string) => JsonSchema | undefined

/** Every schema of a route by the part that it describes. */
export function schemasOf(route: Route): Map<string, z.ZodType> {
  const parts: [string, z.ZodType | undefined][] = [
    ['params', route.params],
    ['query', route.query],
  ]
  if (route.kind === 'answer') parts.push(['200', route.answer])
  else {
    if (route.kind === 'raw') parts.push(['body', route.body])
    for (const [status, { schema }] of Object.entries(route.answers)) parts.push([status, schema])
  }
  return new Map(parts.flatMap(([part, schema]) => (schema === undefined ? [] : [[part, schema]])))
}

export function describeOperation(route: Route, schemaOf: SchemaOf, example: unknown): Operation {
  const body = schemaOf('body')
  return {
    operationId: operationId(route),
    tags: [route.tag],
    summary: route.summary,
    description: whoMayAsk[route.access],
    security: security[route.access],
    parameters: [
      ...parameters('path', schemaOf('params')),
      ...parameters('query', schemaOf('query')),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: { ...ownAnswers(route, schemaOf, example), ...refusals(route) },
  }
}

const whoMayAsk: Record<RouteAccess, string> = {
  anyone: 'Anybody may ask.',
  viewer: 'Viewers and administrators may ask; where reading is open, anybody may.',
  admin: 'Administrators may ask.',
}

const waysIn = (role: string) => ['bearer', 'basic', 'cookie'].map((way) => ({ [way]: [role] }))

/** The empty one asks for no credentials: reading may be open. */
const security: Record<RouteAccess, Record<string, string[]>[]> = {
  anyone: [],
  viewer: [...waysIn('viewer'), {}],
  admin: waysIn('admin'),
}

/** `GET /api/v1/teams/:id` is `get_api_v1_teams_id`. */
export function operationId({ method, path }: Route): string {
  return [method.toLowerCase(), ...path.split(/[^a-z0-9]+/i).filter(Boolean)].join('_')
}

function parameters(place: 'path' | 'query', schema: JsonSchema | undefined): Parameter[] {
  const required = new Set(schema?.required)
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'object' ? property : {}
    return {
      name,
      in: place,
      required: place === 'path' || required.has(name),
      ...(description !== undefined && { description }),
      schema: rest,
    }
  })
}

const ofQuestions: RawRoute['answers'] = {
  200: { description: 'The answer.', type: 'application/json' },
  304: {
    description: 'The answer is still the one whose `ETag` is in `If-None-Match`.',
    type: null,
  },
}

function ownAnswers(route: Route, schemaOf: SchemaOf, example: unknown): Record<string, Answer> {
  const answers = route.kind === 'answer' ? ofQuestions : route.answers
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, type }]): [string, Answer] => {
      if (type === null) return [status, { description }]
      const schema = schemaOf(status) ?? { type: 'string' }
      const shown = status === '200' && example !== undefined ? { example } : {}
      return [status, { description, content: { [type]: { schema, ...shown } } }]
    }),
  )
}

function refusals(route: Route): Record<string, { $ref: string }> {
  const statuses = [
    route.query !== undefined || route.kind === 'answer' ? '400' : [],
    route.access === 'anyone' ? [] : ['401', '403', '429'],
    route.path.includes(':') ? '404' : [],
    'default',
  ].flat()
  const own = new Set(route.kind === 'answer' ? [] : Object.keys(route.answers))
  return Object.fromEntries(
    statuses
      .filter((status) => !own.has(status))
      .map((status) => [status, { $ref: `#/components/responses/${problemName(status)}` }]),
  )
}

export function problemName(status: string): string {
  return `Problem${status === 'default' ? '' : status}`
}
