import type { ChartLine } from '@podium/contracts'
import type { ChartName } from '../../../ui/charts/chart-links.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'

export function labelOfLine(
  { kind, label }: Pick<ChartLine, 'kind' | 'label'>,
  words: AnalyticsWords,
): string {
  if (kind === 'others') return words.others
  if (kind === 'all') return words.columns.all
  return kind === 'before' ? words.periodBefore : label
}

/** A line of "Team · model" is a filter by its team. */
export function nameOfLine({
  kind,
  key,
  label,
}: Pick<ChartLine, 'kind' | 'key' | 'label'>): ChartName | undefined {
  return key === null || (kind !== 'team' && kind !== 'model' && kind !== 'provider')
    ? undefined
    : { kind, key, label }
}

export function idOfLine({
  kind,
  key,
  then_key: then,
}: Pick<ChartLine, 'kind' | 'key' | 'then_key'>): string {
  return [kind, key, then].filter((part) => part !== null).join(' ')
}
