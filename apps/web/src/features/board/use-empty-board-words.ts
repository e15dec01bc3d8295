import type { ComputedRef } from 'vue'
import type { emptyBoard } from '../../i18n/messages/en/rooms/empty-board.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof emptyBoard>('../../i18n/messages/*/rooms/empty-board.ts', {
  eager: true,
  import: 'emptyBoard',
})

export function useEmptyBoardWords(): ComputedRef<typeof emptyBoard> {
  return useRoomWords(files)
}
