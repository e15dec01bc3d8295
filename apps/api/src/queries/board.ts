import type { Board, BoardField, BoardMeasure } from '@podium/contracts'
import { describeBoard, type BoardInput } from '../analytics/board/describe-board.ts'
import { onlyFields } from './board-fields.ts'
import type { QueryContext } from './query-context.ts'
import { readStandings } from './standings.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

type BoardQuery = Chosen & { measure: BoardMeasure | 'auto' }

/** Who is ahead, by the measure that the viewer picks. */
export async function readBoard(
  context: QueryContext,
  asked: WindowQuestion<BoardQuery>,
): Promise<Board> {
  const { traffic, input } = await readStandings(context, asked)
  return {
    data_version: traffic.dataVersion,
    read_at: traffic.readAt,
    window: traffic.window,
    left_out: traffic.leftOut,
    ...boardBy(asked.query.measure, input),
  }
}

/** Of so few, no score says anything. */
const fewTeams = 3

function boardBy(measure: BoardMeasure | 'auto', input: Omit<BoardInput, 'measure'>) {
  if (measure !== 'auto') return describeBoard({ ...input, measure })
  const byScore = describeBoard({ ...input, measure: 'score' })
  return byScore.rows.length >= fewTeams ? byScore : describeBoard({ ...input, measure: 'tokens' })
}

/** The same with these fields of each row; all of them where none is named. */
export async function readBoardFields(
  context: QueryContext,
  asked: WindowQuestion<BoardQuery & { fields: readonly BoardField[] }>,
): Promise<object> {
  const { fields } = asked.query
  const board = await readBoard(context, asked)
  return fields.length === 0 ? board : onlyFields(board, fields)
}
