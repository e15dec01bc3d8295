/** One signal for a whole call, which remembers whether the time ran out or the caller gave up. */
export function startDeadline(deadlineMs: number, caller: AbortSignal | undefined) {
  const clock = AbortSignal.timeout(deadlineMs)
  return {
    signal: caller === undefined ? clock : AbortSignal.any([caller, clock]),
    /** Why the call ended, if either of them ended it. */
    verdict(): 'timeout' | 'aborted' | undefined {
      if (caller?.aborted === true) return 'aborted'
      return clock.aborted ? 'timeout' : undefined
    },
  }
}
