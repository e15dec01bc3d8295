import type { Budgets } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { TableCell } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'

type Row = Budgets['budgets'][number]

/** How long the rest of a budget lasts, coarsely: nobody knows it to the minute. */
export function lastsText(
  { runway_minutes: minutes, runway_from: from, used }: Row,
  words: AnalyticsWords,
  format: Format,
): TableCell {
  const { lasts } = words
  if ((used ?? 0) >= 1) return lasts.over
  if (minutes === null) return null
  const shown =
    minutes < 100
      ? lasts.minutes(format.count(minutes))
      : minutes < 48 * 60
        ? lasts.hours(format.count(minutes / 60))
        : lasts.days(format.count(minutes / 1440))
  return { value: shown, title: from === 'period' ? words.ofPeriod : words.tenMinutes }
}
