import type { Context } from 'hono'
import type { z } from 'zod'
import type { DayRange } from '../../domain/span.ts'
import type { Served } from '../served.ts'
import { parseSearch } from './parse-search.ts'

/** Who may ask; `anyone` is for what a visitor needs before a way in is found. */
export type RouteAccess = 'anyone' | 'viewer' | 'admin'

type Described = {
  /** As Hono words it, for example `/api/v1/teams/:id`. */
  path: `/${string}`
  access: RouteAccess
  tag: string
  summary: string
  /** Schemas of what the path and the query may say; strict ones refuse what they do not know. */
  params?: z.ZodObject
  query?: z.ZodObject
}

/** What is to be read for one request. */
export type Plan = {
  /** Two requests of one route with the same question get the same answer, as long as the data is the same. */
  question: string
  /** When the same request begins to ask something else, because its window moves; `null` is never. */
  until: number | null
  /** All that the answer depends on besides names and prices; `null` is everything. */
  days: DayRange | null
  /** Of what else it depends on than the data; asked with each request. */
  version?: () => string
  /** `null` is nothing at this address. */
  read: () => Promise<object | null>
}

/** A question about the data: cached, compressed and tagged for it. */
export type AnswerRoute = Described & {
  kind: 'answer'
  method: 'GET'
  answer: z.ZodType
  /** Throws where the question cannot be answered. */
  ask: (params: Record<string, string>, search: URLSearchParams, now: number) => Plan
}

type Answers = Record<
  number,
  { description: string; type: string | null; schema?: z.ZodType | undefined }
>

/** Anything else: it answers for itself. */
export type RawRoute = Described & {
  kind: 'raw'
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: z.ZodObject
  answers: Answers
  handle: (c: Context<Served>) => Response | Promise<Response>
}

/** The table of another route as a file, with the same parameters. */
export type FileRoute = Described & {
  kind: 'file'
  method: 'GET'
  of: AnswerRoute
  answers: Answers
  type: string
  /** The answer of `of` as a file. */
  toFile: (answer: unknown) => { name: string; pieces: Iterable<string> }
}

export type Route = AnswerRoute | FileRoute | RawRoute

/** A question whose parameters are parsed before `plan` sees them. */
export function answerRoute<Params extends z.ZodObject, Query extends z.ZodObject>(
  route: Omit<AnswerRoute, 'kind' | 'method' | 'ask' | 'params' | 'query'> & {
    params: Params
    query: Query
    plan: (asked: { params: z.infer<Params>; query: z.infer<Query> }, now: number) => Plan
  },
): AnswerRoute {
  const { plan, ...described } = route
  return {
    ...described,
    kind: 'answer',
    method: 'GET',
    ask: (params, search, now) =>
      plan(
        {
          params: parseSearch(new URLSearchParams(params), route.params),
          query: parseSearch(search, route.query),
        },
        now,
      ),
  }
}

export function rawRoute(route: Omit<RawRoute, 'kind'>): RawRoute {
  return { ...route, kind: 'raw' }
}
