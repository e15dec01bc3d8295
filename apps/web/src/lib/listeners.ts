export type Listeners = {
  /** Returns how to end that. */
  add: (run: () => void) => () => void
  tell: () => void
}

/** Who wants to know of something. */
export function createListeners(): Listeners {
  const all = new Set<() => void>()
  return {
    add: (run) => {
      all.add(run)
      return () => void all.delete(run)
    },
    tell: () => {
      for (const run of all) run()
    },
  }
}
