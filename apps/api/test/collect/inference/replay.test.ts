import { Inference } from '@podium/contracts'
import { expect, test } from 'vitest'
import {
  readMoments,
  readScrapes,
} from '../../../../../packages/inference-metrics/test/support/golden.ts'
import { serve } from '../../support/inference/serve-text.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'
import { testApp } from '../../support/test-app.ts'

const scrapes = readScrapes()
const moments = readMoments()
const spans = { '1m': 60, '5m': 300 } as const
const latencies = ['ttft', 'itl', 'tpot', 'e2e', 'queue'] as const

type Answered = { moment: (typeof moments)[number]; span: '1m' | '5m'; answer: Inference }

/** What Prometheus answered; `null` for nothing and for no observation. */
function expected({ moment }: Answered, query: string): number | null {
  const value = moment.answers[query]?.[0]?.value
  return value === undefined || value === 'NaN' ? null : Number(value)
}

/** Ours ends at the newest scrape and begins at one: as long as what Prometheus' range holds. */
function windowAt(at: number, seconds: number): string {
  const inside = scrapes.filter(
    (scrape) => scrape.up === 1 && scrape.at <= at * 1000 && scrape.at >= (at - seconds) * 1000,
  )
  const [first, last] = [inside[0]?.at ?? 0, inside.at(-1)?.at ?? 0]
  return `${Math.max(5, Math.round((last - first) / 1000))}s`
}

/** The recording of a genuine vLLM, scraped by the real poller and asked for by the real routes. */
async function replay(): Promise<Answered[]> {
  let current = scrapes[0]
  const url = await serve((request, response) => {
    if (request.url === '/version') response.end('{"version":"0.32.0"}')
    else if (current?.up === 1) response.end(current.body)
    else response.destroy()
  })
  let at = 0
  const { state, tickAt } = watchEngines({
    INFERENCE_URLS: `engine=${url}`,
    INFERENCE_SECONDS: '2',
  })
  const { get } = await testApp({ inference: state, now: () => at })
  const results: Answered[] = []
  for (const [index, scrape] of scrapes.entries()) {
    current = scrape
    at = scrape.at
    await tickAt(at)
    const next = scrapes[index + 1]?.at ?? Infinity
    for (const moment of moments.filter((one) => one.at * 1000 >= at && one.at * 1000 < next))
      for (const span of ['1m', '5m'] as const) {
        at = moment.at * 1000
        const window = windowAt(moment.at, spans[span])
        const response = await get(`/api/v1/inference?window=${window}`)
        results.push({ moment, span, answer: Inference.parse(await response.json()) })
      }
  }
  return results
}

function engineOf({ answer }: Answered): Inference['engines'][number] {
  const [engine] = answer.engines
  if (engine === undefined) throw new Error('There is no engine')
  return engine
}

test('a recording of a genuine vLLM, scraped over HTTP, gives what Prometheus made of it', async () => {
  const answered = await replay()
  expect(answered).toHaveLength(36)
  const compared = { quantiles: 0, means: 0, near: 0, rates: 0, stale: 0 }
  for (const one of answered) {
    const { moment, span } = one
    const { figures, stale, window, state, reason } = engineOf(one)
    const what = `${span} at ${moment.what}`

    // Gauges are those of the newest good scrape, and not known while the engine is down.
    const gauges = {
      running: expected(one, 'running'),
      waiting: expected(one, 'waiting'),
      kv_cache_ratio: expected(one, 'kv_usage'),
    }
    expect(figures, what).toMatchObject(gauges)
    if (stale) {
      compared.stale += 1
      expect({ window, state, reason }, what).toEqual({
        window: null,
        state: 'down',
        reason: 'network',
      })
      continue
    }

    for (const name of latencies) {
      const latency = figures[`${name}_seconds`]
      for (const q of ['p50', 'p95', 'p99'] as const) {
        const value = expected(one, `${name}_${q}_${span}`)
        if (value === null) expect(latency?.[q] ?? null, `${name} ${q} ${what}`).toBeNull()
        else {
          expect(relative(latency?.[q]?.value, value), `${name} ${q} ${what}`).toBeLessThan(1e-9)
          compared.quantiles += 1
        }
      }
      const mean = expected(one, `${name}_mean_${span}`)
      if (mean === null) expect(latency?.mean ?? null, `${name} mean ${what}`).toBeNull()
      else if (relative(latency?.mean, mean) < 1e-9) compared.means += 1
      else {
        // A counter that begins at 0 in the window: there Prometheus extrapolates its two halves differently.
        expect(relative(latency?.mean, mean), `${name} mean ${what}`).toBeLessThan(0.033)
        compared.near += 1
      }
    }

    const rate = expected(one, `generation_tokens_rate_${span}`)
    const covered = window?.seconds ?? 0
    if (rate !== null && rate > 0 && covered > spans[span] - 4.4 && window?.resets === 0) {
      const ratio = (figures.generation_tokens_per_second ?? 0) / rate
      expect(ratio, what).toBeGreaterThan(0.999)
      expect(ratio, what).toBeLessThan(1.05)
      compared.rates += 1
    }
  }
  expect(compared).toEqual({ quantiles: 375, means: 117, near: 8, rates: 9, stale: 4 })

  // The restart is a reset and a gap of the window that has it, and a new start.
  const after = answered.find(
    ({ moment, span }) => span === '5m' && moment.what.includes('the reset is inside'),
  )
  const engine = after && engineOf(after)
  expect(engine?.window).toMatchObject({ resets: 1, gaps: [{}] })
  expect(engine?.restarted_at).toBe(engine?.window?.gaps[0]?.to)
  expect(engine?.version).toBe('0.32.0')
}, 120_000)

function relative(value: number | null | undefined, wanted: number): number {
  return Math.abs((value ?? Number.NaN) / wanted - 1)
}
