import type { ChartLine, SeriesAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { Hole, SeriesLook, TimePicture } from '../../../ui/charts/picture.ts'
import { othersLook } from '../../../ui/charts/series-looks.ts'
import { amountText } from '../../../ui/number-parts.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { idOfLine, labelOfLine, nameOfLine } from './line-names.ts'
import { isRatio, kindOfMeasure } from './measure-of-metric.ts'
import { untilNow } from './until-now.ts'

type Options = {
  words: AnalyticsWords
  format: Format
  lookOf: (line: ChartLine) => SeriesLook
  /** Parts of a whole at each step. */
  areShares?: boolean
}

/** More bars than this are thinner than what is between them. */
const mostBars = 62

/** What the server says of each step, as it is drawn. */
export function timePicture(
  whole: SeriesAnswer,
  { words, format, lookOf, areShares = false }: Options,
): TimePicture {
  const answer = untilNow(whole)
  const { measure, bucket, starts, end, window, lines, all, before_line: before, running } = answer
  const line = (one: ChartLine, look: SeriesLook) => ({
    key: idOfLine(one),
    label: labelOfLine(one, words),
    look,
    values: one.values,
    name: nameOfLine(one),
  })
  return {
    form: areShares
      ? 'shares'
      : isRatio(measure)
        ? 'lines'
        : starts.length <= mostBars
          ? 'bars'
          : 'areas',
    kind: kindOfMeasure(measure),
    bucket,
    starts,
    to: end,
    timeZone: window.tz,
    lines: lines.map((one) => line(one, lookOf(one))),
    totals: all.values,
    total: all.total ?? undefined,
    guides: before === null ? [] : [line(before, { ...othersLook, colour: '--ink', dash: [5, 4] })],
    holes: holesOf(answer, words, format),
    running,
  }
}

function holesOf(
  { starts, holes, measure }: SeriesAnswer,
  words: AnalyticsWords,
  format: Format,
): Hole[] {
  return holes.flatMap(({ from, to, reason, amount }) => {
    const inside = starts.flatMap((start, index) =>
      Date.parse(start) >= Date.parse(from) && Date.parse(start) < Date.parse(to) ? index : [],
    )
    const [first] = inside
    const last = inside.at(-1)
    if (first === undefined || last === undefined) return []
    const kind = measure === 'spend' ? 'usd' : 'count'
    const label =
      amount === null || amount === 0 ? '' : words.untimedHere(amountText(amount, kind, format))
    return { from: first, to: last, label, reason: words.holes[reason] }
  })
}
