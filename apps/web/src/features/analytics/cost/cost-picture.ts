import type { UsageAnswer } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { BubblesPicture, SeriesLook } from '../../../ui/charts/picture.ts'
import { axisText, exactText } from '../../../ui/charts/value-text.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { firstLabel, idOfRow, perMillion } from '../usage-cells.ts'

type Options = {
  words: AnalyticsWords
  format: Format
  ownTeam: string | null
  lookOf: (kind: 'team', key: string) => SeriesLook
}

/** One bubble for each team and model: far right is much, low is cheap, large is dear. */
export function costPicture(
  { rows }: Pick<UsageAnswer, 'rows'>,
  { words, format, ownTeam, lookOf }: Options,
): BubblesPicture {
  const bubbles = rows.flatMap((row) => {
    const { tokens, spend_usd: spend, cost_per_1k_tokens: per1k } = row.usage
    if (row.key === null || tokens <= 0) return []
    const label = firstLabel(row)
    const price = perMillion(per1k)
    const dollars = (value: number | null) =>
      value === null ? words.noPrice : exactText(value, 'usd', format)
    return {
      key: idOfRow(row),
      label,
      name: { kind: 'team' as const, key: row.key, label },
      look: lookOf('team', row.key),
      x: tokens,
      y: price !== null && price > 0 ? price : null,
      size: spend ?? 0,
      isOwn: row.key === ownTeam,
      facts: [
        ...(row.then_key === null ? [] : [{ label: words.columns.model, text: row.then_key }]),
        { label: words.columns.tokens, text: format.count(tokens) },
        { label: words.columns.spend, text: dollars(spend) },
        { label: words.columns.per1k, text: dollars(per1k) },
        { label: words.columns.per1m, text: dollars(price) },
      ],
    }
  })
  return {
    x: { kind: 'count', label: words.columns.tokens },
    y: { kind: 'usd', label: words.columns.per1m },
    bubbles,
    equals: equalSpend(bubbles).map((dollars) => ({
      label: words.spentLine(axisText(dollars, 'usd', format)),
      yAt: (tokens) => (dollars / tokens) * 1e6,
    })),
    stripLabel: words.noPrice,
  }
}

/** Powers of ten between the cheapest and the dearest. */
function equalSpend(bubbles: readonly { size: number }[]): number[] {
  const spends = bubbles.map(({ size }) => size).filter((spend) => spend > 0)
  if (spends.length === 0) return []
  const [least, most] = [Math.min(...spends), Math.max(...spends)].map(Math.log10)
  const from = Math.max(Math.floor(most ?? 0) - 3, Math.floor(least ?? 0))
  return Array.from({ length: Math.floor(most ?? 0) - from + 1 }, (_, step) => 10 ** (from + step))
}
