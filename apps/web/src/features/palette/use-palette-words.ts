import type { ComputedRef } from 'vue'
import type { palette } from '../../i18n/messages/en/rooms/palette.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof palette>('../../i18n/messages/*/rooms/palette.ts', {
  eager: true,
  import: 'palette',
})

export function usePaletteWords(): ComputedRef<typeof palette> {
  return useRoomWords(files)
}
