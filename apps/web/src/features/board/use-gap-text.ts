import type { BoardMeasure } from '@podium/contracts'
import { useI18n } from '../../i18n/use-i18n.ts'
import { amountText } from '../../ui/number-parts.ts'
import { gapKindOf } from './measures.ts'
import type { RankedRow } from './ranked-rows.ts'

/** How far it is to the place above, in words. */
export function useGapText(): (row: RankedRow, measure: BoardMeasure) => string {
  const { words, format } = useI18n()
  return ({ rank, gap }, measure) => {
    const { board } = words.value
    if (gap === null) return ''
    if (gap === 0) return board.levelWith(rank === 1 ? 2 : rank - 1)
    const amount = amountText(gap, gapKindOf[measure], format.value)
    return rank === 1 ? board.leadsBy(amount) : board.gapTo(amount, rank - 1)
  }
}
