import type { ChartLine, SeriesAnswer } from '@podium/contracts'

/** A chart and its table end with the step that runs: nobody misses what comes later. */
export function untilNow(answer: SeriesAnswer): SeriesAnswer {
  const { starts, end, running, lines, all, before_line: before } = answer
  if (running === null) return answer
  const count = running + 1
  const cut = (line: ChartLine): ChartLine => ({ ...line, values: line.values.slice(0, count) })
  return {
    ...answer,
    starts: starts.slice(0, count),
    end: starts[count] ?? end,
    lines: lines.map(cut),
    all: cut(all),
    before_line: before && cut(before),
  }
}
