import { setTimeout as sleep } from 'node:timers/promises'
import { hourMs } from '../domain/utc-day.ts'

/** Now and every hour, until the signal. */
export async function runHourly(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work()
    await sleep(hourMs, undefined, { signal }).catch(() => undefined)
  }
}
