import type { OtlpConfig } from '../config/telemetry.ts'
import type { Family } from './family.ts'
import { otlpMetrics } from './otlp.ts'

type Deps = {
  config: OtlpConfig
  measure: () => Promise<Family[]>
  version: string
  now: () => number
}

export type Exporter = { families: () => Family[]; stop: () => Promise<void> }

const timeoutMs = 10_000

/** Sends what is measured to a collector, again and again. One that is slow or away costs nothing but a count. */
export function exportMetrics({ config, measure, version, now }: Deps): Exporter {
  const startedAt = now()
  const outcomes = { success: 0, failure: 0 }
  const stopping = new AbortController()
  let sending: Promise<void> | null = null

  async function send(signal: AbortSignal): Promise<void> {
    const { url, headers, serviceName } = config
    const body = otlpMetrics(await measure(), { serviceName, version, startedAt }, now())
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`the collector answered ${response.status}`)
  }

  /** Never two at a time. */
  function sendOnce(): void {
    sending ??= send(stopping.signal)
      .then(
        () => void (outcomes.success += 1),
        () => void (outcomes.failure += 1),
      )
      .finally(() => (sending = null))
  }

  const turn = setInterval(sendOnce, config.intervalMs).unref()
  return {
    families: () => [
      {
        type: 'counter',
        name: 'podium_otlp_exports_total',
        help: 'Exports to the OpenTelemetry collector.',
        samples: Object.entries(outcomes).map(([outcome, value]) => ({
          labels: { outcome },
          value,
        })),
      },
    ],
    stop: async () => {
      clearInterval(turn)
      stopping.abort()
      await sending
    },
  }
}
