import { changeValues } from './changed-bodies.ts'
import type { Fault, FaultContext } from './fault.ts'
import { hostileAliases } from './hostile-names.ts'
import { isRecord } from './map-json.ts'

const skewMs = 600_000

/** Every row of the range is written again, unchanged, before each page is read. */
async function rewriteRows({ url, engine, genuine }: FaultContext): Promise<Response> {
  const { searchParams } = url
  engine.rows.rewrite(searchParams.get('start_date') ?? '', searchParams.get('end_date') ?? '')
  return genuine()
}

/** The page before the one that was asked for. */
async function repeatPage({ url, genuine }: FaultContext): Promise<Response> {
  const earlier = new URL(url)
  const page = Number(url.searchParams.get('page') ?? '1')
  earlier.searchParams.set('page', String(Math.max(1, page - 1)))
  return genuine(earlier)
}

function fall(value: unknown, name: string): unknown {
  if (typeof value !== 'number' || ['page', 'page_size', 'total_pages'].includes(name)) return value
  return Number.isInteger(value) ? Math.floor(value * 0.9) : value * 0.9
}

function growPages(value: unknown, name: string): unknown {
  if (name !== 'metadata' || !isRecord(value) || typeof value['total_pages'] !== 'number') {
    return value
  }
  return { ...value, total_pages: value['total_pages'] + 1, has_more: true }
}

/** The Date header of a machine whose clock is ten minutes ahead. */
async function skewDate({ genuine, nowMs }: FaultContext): Promise<Response> {
  const answer = await genuine()
  const headers = new Headers(answer.headers)
  headers.set('date', new Date(nowMs + skewMs).toUTCString())
  return new Response(answer.body, { status: answer.status, headers })
}

export const shiftingData = {
  'hostile-aliases': hostileAliases,
  'rows-rewritten': { matrix: 'U18', respond: rewriteRows },
  'page-repeated': { matrix: 'U18', respond: repeatPage },
  'page-count-grows': changeValues('U18', growPages),
  'values-fall': changeValues('U19', fall),
  'rows-vanish': changeValues('U19', (value, name) => (name === 'results' ? [] : value)),
  'date-skewed': { matrix: 'U20', respond: skewDate },
} satisfies Record<string, Fault>
