import type { Format } from '../../lib/format.ts'
import type { ChartWords } from './use-chart-words.ts'
import { exactText, type ValueKind } from './value-text.ts'

/** How what a card shows adds up to what the gateway says; parts that are nothing are left out. */
export type Reconciliation = {
  kind: ValueKind
  shown: number
  /** What no step can show. */
  untimed?: number | undefined
  /** Traffic without a team. */
  teamless?: number | undefined
  /** Traffic of the gateway’s own pages. */
  dashboard?: number | undefined
  whole: number
  /** The range is whole days of the gateway. */
  isGateway: boolean
  /** What days at the edges hold without a minute. */
  atEdges?: number | undefined
  /** By how much it does not add up. */
  apart?: number | undefined
}

export type ReconciliationPart = { sign: '' | '+' | '='; label: string; amount: string }

export function reconciliationParts(
  line: Reconciliation,
  words: ChartWords,
  format: Format,
): ReconciliationPart[] {
  const text = (value: number) => exactText(value, line.kind, format)
  const others = [
    { label: words.untimed, value: line.untimed ?? 0 },
    { label: words.teamless, value: line.teamless ?? 0 },
    { label: words.dashboard, value: line.dashboard ?? 0 },
  ].filter(({ value }) => value !== 0)
  return [
    { sign: '', label: words.shown, amount: text(line.shown) },
    ...others.map(({ label, value }) => ({ sign: '+' as const, label, amount: text(value) })),
    {
      sign: '=',
      label: line.isGateway ? words.gateway : words.thisRange,
      amount: text(line.whole),
    },
  ]
}

/** What stands behind the sum. */
export function reconciliationNotes(
  line: Reconciliation,
  words: ChartWords,
  format: Format,
): string[] {
  const text = (value: number) => exactText(value, line.kind, format)
  return [
    ...((line.atEdges ?? 0) !== 0 ? [words.atEdges(text(line.atEdges ?? 0))] : []),
    ...((line.apart ?? 0) !== 0 ? [words.apart(text(line.apart ?? 0))] : []),
  ]
}

export function reconciliationText(
  line: Reconciliation,
  words: ChartWords,
  format: Format,
): string {
  const sum = reconciliationParts(line, words, format)
    .map(({ sign, label, amount }) => `${sign} ${label} ${amount}`.trim())
    .join(' ')
  return [sum, ...reconciliationNotes(line, words, format)].join(' · ')
}
