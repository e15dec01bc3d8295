import { setImmediate } from 'node:timers/promises'

/** Lets everything else that waits for the event loop go first. */
export function nextTurn(): Promise<void> {
  return setImmediate()
}

/** Long loops ask this now and then: it gives the event loop back whenever they held it for too long. */
export function createBreather(holdMs = 8) {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since > holdMs,
    async rest() {
      await nextTurn()
      since = performance.now()
    },
  }
}

export type Breather = ReturnType<typeof createBreather>
