import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultCatalogue, faultNames } from '../../src/index.ts'
import type { FaultName, Listening } from '../../src/index.ts'
import { startSimulator } from '../simulator.ts'

const { simulator, clock } = startSimulator({ profile: '1.81', teams: 2 })
let gateway: Listening

beforeAll(async () => {
  clock.hours(1)
  gateway = await simulator.listen()
})
afterAll(() => gateway.close())

/** What a plain reader makes of the answer: its status and kind of body, or how it fails. */
async function observe(name: FaultName): Promise<string> {
  const injection = simulator.faults.inject(name)
  try {
    const response = await fetch(
      `${gateway.url}/team/daily/activity?start_date=2026-11-20&end_date=2026-11-20&page_size=1000`,
      {
        headers: { authorization: `Bearer ${simulator.keys.master}` },
        redirect: 'manual',
        // What never ends is given up soon; what is only large gets the time of a busy machine.
        signal: AbortSignal.timeout(expected[name] === 'timeout' ? 1000 : 60_000),
      },
    )
    return `${response.status} ${await readKind(response)}`
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'broken'
  } finally {
    injection.clear()
  }
}

async function readKind(response: Response): Promise<string> {
  if (response.body === null) return 'nothing'
  let size = 0
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  const chunks: AsyncIterable<Uint8Array> = response.body
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > 64_000_000) return 'more than 64 MB'
    try {
      text += decoder.decode(chunk, { stream: true })
    } catch {
      return 'no UTF-8'
    }
  }
  if (text === '') return 'nothing'
  if (text.startsWith('\ufeff')) return 'a byte order mark'
  if (text.startsWith('<')) return 'a page'
  try {
    JSON.parse(text)
    return 'JSON'
  } catch {
    return 'no JSON'
  }
}

const expected: Record<FaultName, string> = {
  'expired-key': '400 JSON',
  unauthorized: '401 JSON',
  forbidden: '403 JSON',
  'not-found': '404 JSON',
  'rate-limited-seconds': '429 JSON',
  'rate-limited-date': '429 JSON',
  'rate-limited-day': '429 JSON',
  'rate-limited-garbage': '429 JSON',
  'rate-limited-negative': '429 JSON',
  'internal-error': '500 no JSON',
  'bad-gateway-page': '502 a page',
  'service-unavailable': '503 JSON',
  'gateway-timeout-page': '504 a page',
  'login-page': '200 a page',
  'no-content': '204 nothing',
  'empty-body': '200 nothing',
  'redirect-elsewhere': '302 nothing',
  'redirect-elsewhere-307': '307 nothing',
  'redirect-loop': '302 nothing',
  'redirect-file': '302 nothing',
  'byte-order-mark': '200 a byte order mark',
  'invalid-utf8': '200 no UTF-8',
  'truncated-json': '200 no JSON',
  'numbers-as-strings': '200 JSON',
  'nulls-for-numbers': '200 JSON',
  'booleans-as-strings': '200 JSON',
  'array-for-object': '200 JSON',
  'object-for-array': '200 JSON',
  'null-lists': '200 JSON',
  'missing-ids': '200 JSON',
  'missing-counters': '200 JSON',
  'extra-fields': '200 JSON',
  'not-a-number': '200 no JSON',
  infinity: '200 no JSON',
  'spend-1e308': '200 JSON',
  'spend-1e999': '200 JSON',
  'spend-negative': '200 JSON',
  'tokens-beyond-safe-integers': '200 JSON',
  drip: 'timeout',
  'huge-body': '200 more than 64 MB',
  'gzip-bomb': '200 more than 64 MB',
  hang: 'timeout',
  'connection-reset': 'broken',
  'truncated-body': 'broken',
  'corrupt-gzip': 'broken',
  'not-gzip': 'broken',
  'huge-header': 'broken',
  'early-hints': '200 JSON',
  trailers: '200 JSON',
  'hostile-aliases': '200 JSON',
  'rows-rewritten': '200 JSON',
  'page-repeated': '200 JSON',
  'page-count-grows': '200 JSON',
  'values-fall': '200 JSON',
  'rows-vanish': '200 JSON',
  'date-skewed': '200 JSON',
}

test.each(faultNames)('%s reaches a plain reader as it should', async (name) => {
  expect(await observe(name)).toBe(expected[name])
})

test('every row of the matrix that an answer can show has a fault', () => {
  const rows = [...new Set(Object.values(faultCatalogue).map(({ matrix }) => matrix))]
  // U1 is a listener's (listen, tls), U16 a happening, U21 a probability, U22 and U23 are no gateway's.
  expect(rows.sort()).toEqual(
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20].map((row) => `U${row}`).sort(),
  )
})
