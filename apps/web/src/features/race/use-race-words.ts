import type { ComputedRef } from 'vue'
import type { race } from '../../i18n/messages/en/rooms/race.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof race>('../../i18n/messages/*/rooms/race.ts', {
  eager: true,
  import: 'race',
})

export function useRaceWords(): ComputedRef<typeof race> {
  return useRoomWords(files)
}
