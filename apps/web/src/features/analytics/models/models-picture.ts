import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import { amountText } from '../../../ui/number-parts.ts'
import type { Bar, BarsPicture } from '../../../ui/charts/picture.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { idOfRow } from '../usage-cells.ts'
import { splitName } from './split-name.ts'
import { sumOf, type SumMetric } from '../sum-metric.ts'

type Options = {
  metric: SumMetric
  /** What each provider served altogether, as the server says it. */
  providers: readonly UsageRow[]
  words: AnalyticsWords
  format: Format
}

/** Bars of models under their providers, in the order of their size. */
export function modelsPicture(
  { rows }: Pick<UsageAnswer, 'rows'>,
  { metric, providers, words, format }: Options,
): BarsPicture {
  const kind = metric === 'spend' ? 'usd' : 'count'
  const text = (value: number | null) => (value === null ? '–' : amountText(value, kind, format))
  const bar = (row: UsageRow): Bar => {
    const value = sumOf(row.usage, metric)
    const model = row.key
    return {
      key: idOfRow(row),
      ...(model === null ? { label: words.others } : splitName(model)),
      name: model === null ? undefined : { kind: 'model', key: model, label: model },
      parts: [{ label: words.metrics[metric], value: value ?? 0, colour: '--b3' }],
      texts: [
        value === null && !row.priced ? words.noPrice : text(value),
        row.share === null ? '–' : `${format.decimal(100 * row.share, 1)}\u00A0%`,
      ],
    }
  }
  const groups = Map.groupBy(rows, (row) => (row.key === null ? '' : (row.then_key ?? '–')))
  return {
    kind,
    min: 0,
    max: Math.max(...rows.map(({ usage }) => sumOf(usage, metric) ?? 0), 0),
    heads: [words.metrics[metric], words.columns.share],
    groups: [...groups].map(([provider, some]) => {
      const whole = providers.find(({ key }) => key === provider)
      return {
        key: provider,
        label: provider === '' ? undefined : provider,
        text: whole && text(sumOf(whole.usage, metric)),
        bars: some.map(bar),
      }
    }),
  }
}
