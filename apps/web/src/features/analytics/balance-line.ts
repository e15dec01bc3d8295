import type { Balance, UsageAnswer, Window } from '@podium/contracts'
import type { Reconciliation } from '../../ui/charts/reconciliation.ts'

/** How the rows of an answer add up, as the server says it. */
export function balanceLine(
  { balance, window }: Pick<UsageAnswer, 'balance' | 'window'>,
  measure: keyof UsageAnswer['balance'],
): Reconciliation {
  return lineOf(balance[measure], window)
}

export function lineOf(balance: Balance, { basis }: Pick<Window, 'basis'>): Reconciliation {
  return {
    kind: balance.measure === 'spend' ? 'usd' : 'count',
    shown: balance.shown,
    untimed: balance.no_known_time,
    teamless: balance.unassigned,
    dashboard: balance.dashboard,
    whole: balance.whole,
    isGateway: basis === 'days',
    atEdges: balance.uncertain,
    apart: balance.apart,
  }
}
