import type { Part } from './part.ts'

/**
 * Requests that nobody waited for. vLLM does not count them: they are those that got a first token, did not end, and do not
 * run any more. An estimate, for a scrape is not atomic.
 */
export function abortedOf({ gauges, span, estimatesAborted }: Part): number | null {
  if (span === null) return null
  const { counters, latencies } = span.increase
  if (!estimatesAborted) return counters.aborted
  const { running } = gauges
  const { runningFrom } = span
  if (latencies.ttft === null || latencies.e2e === null) return null
  if (running === null || runningFrom === null) return null
  return Math.max(0, latencies.ttft.count - latencies.e2e.count - (running - runningFrom))
}
