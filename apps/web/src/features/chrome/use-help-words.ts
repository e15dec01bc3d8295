import type { ComputedRef } from 'vue'
import type { help } from '../../i18n/messages/en/rooms/help.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof help>('../../i18n/messages/*/rooms/help.ts', {
  eager: true,
  import: 'help',
})

export function useHelpWords(): ComputedRef<typeof help> {
  return useRoomWords(files)
}
