import { z } from 'zod'
import { csvLines } from '../../../analytics/export/csv.ts'
import { jsonPieces } from '../../../analytics/export/json.ts'
import type { Table } from '../../../analytics/export/table.ts'
import { badParameter, notFound } from '../../problem.ts'
import { rawRoute, type AnswerRoute, type Route } from '../route.ts'
import { streamText } from './stream-text.ts'

type Exported<Answer> = {
  name: string
  /** The route whose table it is: what it reads is what is exported. */
  of: AnswerRoute
  schema: z.ZodType<Answer>
  table: (answer: Answer) => Table
}

const formats = [
  { ending: 'csv', type: 'text/csv; charset=utf-8', pieces: csvLines },
  { ending: 'json', type: 'application/json; charset=utf-8', pieces: jsonPieces },
] as const

type Deps = { about: { demo: boolean }; now: () => number }

/** The table of another route as files, with the same parameters. */
export function exportRoutes<Answer extends object>(
  { about, now }: Deps,
  { name, of, schema, table }: Exported<Answer>,
): Route[] {
  return formats.map(({ ending, type, pieces }) =>
    rawRoute({
      method: 'GET',
      path: `/api/v1/export/${name}.${ending}`,
      access: of.access,
      tag: 'exports',
      summary: `The table of ${of.path} as ${ending.toUpperCase()}`,
      query: of.query ?? z.strictObject({}),
      answers: { 200: { description: 'Sent row by row.', type } },
      handle: async (c) => {
        const plan = of.ask({}, new URL(c.req.url).searchParams, now())
        if ('parameter' in plan) return badParameter(c, plan.parameter, plan.detail)
        const answer = await plan.read()
        if (answer === null) return notFound(c)
        const file = fileName(name, answer, about.demo)
        return c.body(streamText(pieces(table(schema.parse(answer)))), 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="${file}.${ending}"`,
          'cache-control': 'no-store',
        })
      },
    }),
  )
}

const Windowed = z.object({ window: z.object({ from: z.string(), to: z.string() }) })

/** With the first and the last moment that it is about, in characters that every system takes. */
function fileName(name: string, answer: object, isDemo: boolean): string {
  const parsed = Windowed.safeParse(answer)
  const span = parsed.success ? [parsed.data.window.from, parsed.data.window.to] : []
  const moments = span.map((instant) => instant.slice(0, 16).replace(':', ''))
  return [...(isDemo ? ['demo'] : []), 'podium', name, ...moments].join('-')
}
