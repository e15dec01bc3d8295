import { setTimeout as sleep } from 'node:timers/promises'
import { hourMs, minuteMs } from '../domain/utc-day.ts'
import { isFenced } from '../store/store-error.ts'

type Hourly = {
  work: () => Promise<void>
  onFailure: (error: unknown) => void
  signal: AbortSignal
}

/** Now and every hour, until the signal; what failed is tried again in a minute. */
export async function runHourly({ work, onFailure, signal }: Hourly): Promise<void> {
  const isStopped = () => signal.aborted
  while (!isStopped()) {
    let pauseMs = hourMs
    try {
      await work()
    } catch (error) {
      if (isStopped()) return
      if (isFenced(error)) throw error
      onFailure(error)
      pauseMs = minuteMs
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
  }
}
