type Options = {
  /** From the first word of a change to the run: what comes together runs once. */
  settleMs: number
  /** From one run to the next: the screen changes no more often than this. */
  gapMs: number
}

export type Coalesced = { ask: () => void; stop: () => void }

/** Many asks become few runs, and the last ask is never lost. */
export function coalesce(run: () => void, { settleMs, gapMs }: Options): Coalesced {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let lastRunAt = Number.NEGATIVE_INFINITY
  return {
    ask: () => {
      if (waiting !== undefined) return
      const untilFree = lastRunAt + gapMs - performance.now()
      waiting = setTimeout(
        () => {
          waiting = undefined
          lastRunAt = performance.now()
          run()
        },
        Math.max(settleMs, untilFree),
      )
    },
    stop: () => clearTimeout(waiting),
  }
}
