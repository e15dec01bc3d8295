import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import { amountText } from '../../../ui/number-parts.ts'
import type { BarPart, BarsPicture, SeriesLook } from '../../../ui/charts/picture.ts'
import type { ChartName } from '../../../ui/charts/chart-links.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { headOfRow, idOfRow, lookOfRow, nameOfRow } from '../usage-cells.ts'

type Options = {
  words: AnalyticsWords
  format: Format
  lookOf: (kind: ChartName['kind'], key: string) => SeriesLook
}

/** What the tokens of each are made of, as parts of a whole. */
export function partsPicture(
  { rows }: Pick<UsageAnswer, 'rows'>,
  { words, format, lookOf }: Options,
): BarsPicture {
  const used = rows.filter(({ usage }) => usage.tokens > 0)
  return {
    kind: 'share',
    min: 0,
    max: 1,
    heads: [words.columns.tokens],
    parts: [
      { label: words.columns.fresh, colour: '--b1' },
      { label: words.columns.fromCache, colour: '--b2' },
      { label: words.columns.intoCache, colour: '--b3' },
      { label: words.columns.completion, colour: '--b4' },
    ],
    groups: [
      {
        key: 'all',
        bars: used.map((row) => ({
          key: idOfRow(row),
          label: headOfRow(row, words).label,
          name: nameOfRow(row),
          look: lookOfRow(row, lookOf),
          parts: partsOf(row, words),
          texts: [amountText(row.usage.tokens, 'count', format)],
        })),
      },
    ],
  }
}

function partsOf({ usage }: UsageRow, words: AnalyticsWords): BarPart[] {
  const { columns } = words
  const { prompt_tokens: prompt, cache_read_tokens: read, cache_creation_tokens: written } = usage
  const share = (tokens: number) => tokens / usage.tokens
  const completion: BarPart = {
    label: columns.completion,
    value: share(usage.completion_tokens),
    colour: '--b4',
  }
  // Where the gateway does not count the cache, nobody knows how much of the prompt was fresh.
  if (read === null)
    return [{ label: columns.prompt, value: share(prompt), colour: '--s0' }, completion]
  return [
    { label: columns.fresh, value: share(Math.max(0, prompt - read - written)), colour: '--b1' },
    { label: columns.fromCache, value: share(read), colour: '--b2' },
    { label: columns.intoCache, value: share(written), colour: '--b3' },
    completion,
  ]
}
