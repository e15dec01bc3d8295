import { searchOf } from '../../api/request.ts'
import { shownFields } from '../../api/shown-board.ts'
import { viewOf, windowOf } from '../filters/view.ts'

/**
 * What the board asks first of all where the address says nothing: addresses, by the zone of who asks.
 * @public The build tells them to `public/first-paint.js`.
 */
export function firstQuestions(zone: string): string[] {
  const board = {
    ...windowOf(viewOf({}), zone),
    measure: 'auto',
    fields: shownFields({ withScore: true }),
  }
  return ['/api/v1/status', `/api/v1/board${searchOf(board)}`]
}
