import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPodium } from '@podium/api/conformance/start-podium.ts'
import { addDays, daysBetween, utcDate } from '@podium/api/src/domain/utc-day.ts'
import { Status, UsageAnswer } from '@podium/contracts'
import { findHarness } from '@podium/litellm-client/conformance/genuine/find-harness.ts'
import { createHarness } from '@podium/litellm-client/conformance/genuine/harness.ts'
import { openPostgres } from '@podium/litellm-client/conformance/genuine/postgres.ts'
import { z } from 'zod'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { bookGenuinePast } from '../upstream/genuine-past.ts'

const version = '1.81.12'
const size = { teams: 200, models: 4, days: 30 }
/** LiteLLM takes its time for each. */
const rounds = 1
const patienceMs = 300_000

/** Needs what `npm run conformance` needs, so it runs only where it is named. */
export const besideLiteLLM: Measure = {
  id: 'litellm',
  isOnDemand: true,
  name: `Usage of ${size.teams} teams over ${size.days} days, of a genuine LiteLLM ${version} and of Podium`,
  run: async () => {
    await using made = new AsyncDisposableStack()
    const { env } = process
    const checkout = fileURLToPath(new URL('../../', import.meta.url))
    const folder = await findHarness(env['REAL_GATEWAY_HARNESS'], checkout)
    const postgres = await openPostgres(env['REAL_GATEWAY_PG'], env)
    made.defer(() => postgres.stop())
    const settings = { ...env, REAL_GATEWAY_PG: postgres.url }
    const harness = createHarness(folder, settings, new AbortController().signal)
    await harness.install(version)
    const gateway = await harness.start(version)
    made.defer(() => gateway.stop())
    const today = utcDate(Date.now())
    const from = addDays(today, 1 - size.days)
    const past = { ...size, days: daysBetween(from, today) }
    await bookGenuinePast(`${postgres.url}/${gateway.name}`, past)
    const { baseUrl: LITELLM_BASE_URL, masterKey: LITELLM_API_KEY } = gateway
    const podium = await startPodium({
      ...{ LITELLM_BASE_URL, LITELLM_API_KEY, POLL_SECONDS: '1', REQUESTS_PER_SECOND: '0' },
      HISTORY_DAYS: String(size.days - 1),
    })
    made.defer(() => podium.stop())
    await untilRead(podium.get)
    const span = { from, to: today }
    const turns = []
    for (let round = 0; round < rounds; round += 1)
      turns.push({
        theirs: await askLiteLLM(gateway, span),
        ours: await askPodium(podium.url, { ...span, round }),
      })
    return figuresOf(turns)
  },
}

type Span = { from: string; to: string }
type Asked = { ms: number; bytes: number; tokens: number; pages: number }

async function untilRead(get: (path: string) => Promise<unknown>): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    const { history } = Status.parse(await get('/api/v1/status'))
    if (history.unread === 0) return
    if (Date.now() > until) throw new Error(`${history.unread} days were never read`)
    await sleep(1000)
  }
}

const Activity = z.object({
  results: z.array(z.object({ metrics: z.object({ total_tokens: z.number() }) })),
  metadata: z.object({ has_more: z.boolean() }),
})

/** All pages of what its own usage page shows of teams, as large as it gives them. */
async function askLiteLLM(
  { baseUrl, masterKey }: { baseUrl: string; masterKey: string },
  { from, to }: Span,
): Promise<Asked> {
  const sum = { ms: 0, bytes: 0, tokens: 0, pages: 0 }
  for (let hasMore = true; hasMore;) {
    sum.pages += 1
    const query = `start_date=${from}&end_date=${to}&page=${sum.pages}&page_size=1000`
    const headers = { authorization: `Bearer ${masterKey}` }
    const { ms, text } = await ask(`${baseUrl}/team/daily/activity?${query}`, headers)
    const { results, metadata } = Activity.parse(JSON.parse(text))
    sum.ms += ms
    sum.bytes += Buffer.byteLength(text)
    sum.tokens += results.reduce((total, { metrics }) => total + metrics.total_tokens, 0)
    hasMore = metadata.has_more
  }
  return sum
}

/** Every team, every model and the chart by day; `round` makes questions that nobody has asked before. */
async function askPodium(
  url: string,
  { from, to, round }: Span & { round: number },
): Promise<Asked> {
  const span = `from=${from}&to=${to}`
  const teams = await ask(`${url}/api/v1/usage?${span}&by=team&top=${size.teams + round}`)
  const models = await ask(`${url}/api/v1/usage?${span}&by=model&top=${size.teams + round}`)
  const days = await ask(`${url}/api/v1/series?${span}&by=team&bucket=day&top=${7 + round}`)
  const all = [teams, models, days]
  return {
    ms: all.reduce((sum, { ms }) => sum + ms, 0),
    bytes: all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    tokens: UsageAnswer.parse(JSON.parse(teams.text)).totals.usage.tokens,
    pages: all.length,
  }
}

async function ask(url: string, headers: Record<string, string> = {}) {
  const startedAt = performance.now()
  const answer = await fetch(url, {
    headers: { ...headers, 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(patienceMs),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answers ${answer.status}: ${text}`)
  return { ms: performance.now() - startedAt, text }
}

function figuresOf(turns: readonly { ours: Asked; theirs: Asked }[]): Figure[] {
  for (const { ours, theirs } of turns)
    if (ours.tokens !== theirs.tokens)
      throw new Error(`Podium has ${ours.tokens} tokens, LiteLLM ${theirs.tokens}`)
  const of = (whose: 'ours' | 'theirs', what: 'ms' | 'bytes') =>
    median(turns.map((turn) => turn[whose][what]))
  const pages = turns[0]?.theirs.pages ?? 0
  const limitIs = `LiteLLM’s own answer of the same tokens, ${pages} pages, same run`
  const ours = 'every team, every model and the chart by day, read from the store'
  return [
    atMost(ours, of('ours', 'ms'), 'ms', of('theirs', 'ms'), limitIs),
    atMost(
      'their bytes, uncompressed',
      of('ours', 'bytes') / 1000,
      'kB',
      of('theirs', 'bytes') / 1000,
      limitIs,
    ),
  ]
}
