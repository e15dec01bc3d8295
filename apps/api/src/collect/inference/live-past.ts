import { runTicks, type Ticking } from './run-ticks.ts'

/** How long it is, how often one looks, and the clock of what is asked then; `null` is the present. */
export type Past = { spanMs: number; everyMs: number; pretend: (at: number | null) => void }

/** One tick after the other, as fast as the answers come, until the present is reached. */
export async function livePast(
  { spanMs, everyMs, pretend }: Past,
  ticking: Ticking,
): Promise<void> {
  try {
    for (let at = ticking.now() - spanMs; at < ticking.now(); at += everyMs) {
      if (ticking.signal.aborted) return
      pretend(at)
      await tickOnce({ ...ticking, now: () => at })
    }
  } finally {
    pretend(null)
  }
}

async function tickOnce(ticking: Ticking): Promise<void> {
  const once = new AbortController()
  await runTicks({
    ...ticking,
    signal: AbortSignal.any([ticking.signal, once.signal]),
    onTick: async (tick) => {
      await ticking.onTick(tick)
      once.abort()
    },
  })
}
