/** Address → what was asked before the app was there. */
export type EarlyAnswers = Map<string, Promise<Response>>

declare global {
  interface Window {
    /** Of `public/first-paint.js`. */
    podiumEarly?: EarlyAnswers
  }
}

/** Takes each answer that is on its way already once; everything else is asked for. */
export function createEarlyFetch(early: EarlyAnswers = new Map()): typeof fetch {
  return async (input, init) => {
    const { pathname, search } = new URL(
      input instanceof Request ? input.url : input,
      location.href,
    )
    const address = pathname + search
    const answer = early.get(address)
    early.delete(address)
    return (await answer?.catch(() => undefined)) ?? fetch(input, init)
  }
}
