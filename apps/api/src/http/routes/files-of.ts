import { z } from 'zod'
import { csvLines } from '../../analytics/export/csv.ts'
import { jsonPieces } from '../../analytics/export/json.ts'
import type { Table } from '../../analytics/export/table.ts'
import type { AnswerRoute, FileRoute } from './route.ts'

/** The table of another route as files. */
export function filesOf(
  isDemo: boolean,
  name: string,
  of: AnswerRoute,
  line: z.ZodType,
  tableOf: (answer: unknown) => Table,
): FileRoute[] {
  const formats = [
    { ending: 'csv', type: 'text/csv', schema: undefined, pieces: csvLines },
    { ending: 'json', type: 'application/json', schema: z.array(line), pieces: jsonPieces },
  ]
  return formats.map(({ ending, type, schema, pieces }) => ({
    kind: 'file',
    method: 'GET',
    path: `/api/v1/export/${name}.${ending}`,
    access: of.access,
    tag: 'exports',
    summary: `The table of ${of.path} as ${ending.toUpperCase()}`,
    query: of.query ?? z.strictObject({}),
    answers: { 200: { description: 'The file, sent row by row.', type, schema } },
    of,
    type: `${type}; charset=utf-8`,
    toFile: (answer) => ({
      name: `${fileName(name, answer, isDemo)}.${ending}`,
      pieces: pieces(tableOf(answer)),
    }),
  }))
}

const Windowed = z.object({ window: z.object({ from: z.string(), to: z.string() }) })

/** With the first and the last moment of the window, in characters that every system takes. */
function fileName(name: string, answer: unknown, isDemo: boolean): string {
  const parsed = Windowed.safeParse(answer)
  const span = parsed.success ? [parsed.data.window.from, parsed.data.window.to] : []
  const moments = span.map((instant) => instant.slice(0, 16).replace(':', ''))
  return [...(isDemo ? ['demo'] : []), 'podium', name, ...moments].join('-')
}
