import type { Budgets } from '@podium/contracts'

type Row = Budgets['budgets'][number]
export type PaceTone = 'ok' | 'fast' | 'over'

/** Whether a budget outlasts its period; `null` is not known. */
export function paceTone({ pace, used }: Pick<Row, 'pace' | 'used'>): PaceTone | null {
  if ((used ?? 0) >= 0.95 || (pace ?? 0) >= 2) return 'over'
  if (pace === null) return null
  return pace > 1 ? 'fast' : 'ok'
}
