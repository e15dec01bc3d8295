import type { ChartLine, SeriesAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { BarsPicture, SeriesLook } from '../../../ui/charts/picture.ts'
import { amountText } from '../../../ui/number-parts.ts'
import type { Metric } from '../analytics-view.ts'
import { changeText } from '../metrics/change-text.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { idOfLine, labelOfLine, nameOfLine } from './line-names.ts'
import { isRatio, kindOfMeasure } from './measure-of-metric.ts'

type Options = {
  metric: Metric
  words: AnalyticsWords
  format: Format
  lookOf: (line: ChartLine) => SeriesLook
}

/** Horizontal bars of the whole range. */
export function rangePicture(
  { lines, measure }: SeriesAnswer,
  { metric, words, format, lookOf }: Options,
): BarsPicture {
  const kind = kindOfMeasure(measure)
  const text = (value: number | null) =>
    value === null
      ? '–'
      : amountText(value, kind === 'usd' || kind === 'share' ? kind : 'count', format)
  const percent = (share: number | null) =>
    share === null ? '–' : `${format.decimal(100 * share, 1)}\u00A0%`
  return {
    kind,
    min: 0,
    max: Math.max(0, ...lines.map(({ total }) => total ?? 0)),
    heads: [
      words.metrics[metric],
      ...(isRatio(measure) ? [] : [words.columns.share]),
      words.columns.change,
    ],
    groups: [
      {
        key: 'all',
        bars: lines.map((line) => ({
          key: idOfLine(line),
          label: labelOfLine(line, words),
          name: nameOfLine(line),
          look: lookOf(line),
          parts: [
            { label: words.metrics[metric], value: line.total ?? 0, colour: lookOf(line).colour },
          ],
          texts: [
            text(line.total),
            ...(isRatio(measure) ? [] : [percent(line.share)]),
            line.change === null
              ? '–'
              : changeText(line.change, measure === 'cache_hit_share', format),
          ],
        })),
      },
    ],
  }
}
