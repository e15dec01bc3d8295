import type { ComputedRef } from 'vue'
import type { wall } from '../../i18n/messages/en/rooms/wall.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof wall>('../../i18n/messages/*/rooms/wall.ts', {
  eager: true,
  import: 'wall',
})

export function useWallWords(): ComputedRef<typeof wall> {
  return useRoomWords(files)
}
