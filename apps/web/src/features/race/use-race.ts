import type { BoardMeasure, Race } from '@podium/contracts'
import { askRace } from '../../api/questions.ts'
import { useAnswer, type Answer } from '../analytics/use-answer.ts'
import { useView } from '../filters/use-view.ts'

type Asked = {
  measure: BoardMeasure
  /** The viewer's own team, where this gateway has it. */
  own: string | null
  top: number
}

/** How the board came about, for the span and the filters of the address. */
export function useRace(asked: () => Asked): Answer<Race> {
  const { window } = useView()
  return useAnswer(() => {
    const { measure, own, top } = asked()
    return askRace({ ...window.value, measure, top, ...(own !== null && { own: [own] }) })
  })
}
