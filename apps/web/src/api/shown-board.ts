import type { Board, BoardField, BoardRow, Usage } from '@podium/contracts'

type ShownUsage =
  | 'tokens'
  | 'requests'
  | 'completion_tokens'
  | 'spend_usd'
  | 'unpriced_tokens'
  | 'success_rate'
type Shown = 'rank' | 'movement' | 'team' | 'value' | 'value_before' | 'sparkline'

/** What is shown of a row: with a thousand teams, a third of what there is to read. */
export type ShownRow = Pick<BoardRow, Shown> &
  Partial<Pick<BoardRow, 'score'>> & { usage: Pick<Usage, ShownUsage> }

export type ShownBoard = Omit<Board, 'rows' | 'unranked'> & {
  rows: ShownRow[]
  unranked: ShownRow[]
}

const always: readonly (Shown | `usage.${ShownUsage}`)[] = [
  'rank',
  'movement',
  'team',
  'value',
  'value_before',
  'sparkline',
  'usage.tokens',
  'usage.requests',
  'usage.completion_tokens',
  'usage.spend_usd',
  'usage.unpriced_tokens',
  'usage.success_rate',
]

export function shownFields({ withScore }: { withScore: boolean }): readonly BoardField[] {
  return withScore ? [...always, 'score'] : always
}
