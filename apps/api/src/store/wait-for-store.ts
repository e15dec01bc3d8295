import { setTimeout as sleep } from 'node:timers/promises'
import { mayPass, type StoreError } from './store-error.ts'

const firstPauseMs = 500
const longestPauseMs = 4000

/** Tries to open the store until it can be, or until the signal, which is null; rejects with what does not pass. */
export async function waitForStore<Opened>(
  open: () => Promise<Opened>,
  onFailure: (error: StoreError) => void,
  signal: AbortSignal,
): Promise<Opened | null> {
  const isStopped = () => signal.aborted
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, 2 * pauseMs)) {
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
    if (isStopped()) return null
    try {
      return await open()
    } catch (error) {
      if (!mayPass(error)) throw error
      onFailure(error)
    }
  }
}
