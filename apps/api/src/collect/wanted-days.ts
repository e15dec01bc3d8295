import type { DayRange } from '../domain/span.ts'

const mostSpans = 16

/** The spans that viewers look at, the newest question first. Which days are read next goes by them, how many never. */
export function createWantedDays() {
  let spans: readonly DayRange[] = []
  return {
    /** A question that is asked again keeps its place: whoever looks at the past is not passed by a page that reloads. */
    want: (days: DayRange): void => {
      if (spans.some(({ from, to }) => from === days.from && to === days.to)) return
      spans = [days, ...spans].slice(0, mostSpans)
    },
    spans: () => spans,
  }
}

export type WantedDays = ReturnType<typeof createWantedDays>
