import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type { ChartName } from '../../ui/charts/chart-links.ts'
import type { TableCell, TableHead } from '../../ui/charts/chart-table.ts'
import type { SeriesLook } from '../../ui/charts/picture.ts'
import type { AnalyticsWords } from './use-analytics-words.ts'

type Named = Pick<UsageRow, 'key' | 'label' | 'kind'>

/** A row's own name, where it is one; "Others" and the total are words. */
export function nameOfRow({ key, label, kind }: Named): ChartName | undefined {
  return key === null || kind === 'all' || kind === 'others' ? undefined : { kind, key, label }
}

export function headOfRow(row: Named, words: AnalyticsWords): TableHead {
  if (row.kind === 'others') return { label: words.others }
  if (row.kind === 'all') return { label: words.total }
  return { label: row.label, name: nameOfRow(row) }
}

/** What makes a row of a table or a picture its own. */
export function idOfRow({
  kind,
  key,
  then_key: then,
}: Pick<UsageRow, 'kind' | 'key' | 'then_key'>): string {
  return [kind, key, then].filter((part) => part !== null).join(' ')
}

/** Dollars that are not there for want of a price say so. */
export function dollarsOf(value: number | null, priced: boolean, words: AnalyticsWords): TableCell {
  return value === null && !priced ? words.noPrice : value
}

/** The server's price per thousand tokens in the other unit. */
export function perMillion(per1k: number | null): number | null {
  return per1k === null ? null : 1000 * per1k
}

/** Rates come in percent. */
export function shareOfPercent(percent: number | null): number | null {
  return percent === null ? null : percent / 100
}

/** A rate of which nobody has counted the failures says so. */
export function rateOf(
  percent: number | null,
  areFailuresRecorded: boolean,
  words: AnalyticsWords,
): TableCell {
  return areFailuresRecorded
    ? shareOfPercent(percent)
    : { value: words.notRecorded, title: words.notRecordedWhy }
}

/** "Team · model" without what it is divided by. */
export function firstLabel({
  label,
  then_key: then,
}: Pick<UsageRow, 'label' | 'then_key'>): string {
  const end = ` · ${then ?? ''}`
  return then !== null && label.endsWith(end) ? label.slice(0, -end.length) : label
}

/** What heads the names of an answer. */
export function headOfGroup(by: UsageAnswer['by'], { columns }: AnalyticsWords): string {
  return by === 'none' ? columns.all : columns[by]
}

/** The mark of a row's name. */
export function lookOfRow(
  row: Named,
  lookOf: (kind: ChartName['kind'], key: string) => SeriesLook,
): SeriesLook | undefined {
  const name = nameOfRow(row)
  return name && lookOf(name.kind, name.key)
}
