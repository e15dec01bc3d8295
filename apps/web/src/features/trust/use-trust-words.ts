import type { ComputedRef } from 'vue'
import type { trustDetails } from '../../i18n/messages/en/rooms/trust-details.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

export type TrustWords = typeof trustDetails

const files = import.meta.glob<TrustWords>('../../i18n/messages/*/rooms/trust-details.ts', {
  eager: true,
  import: 'trustDetails',
})

export function useTrustWords(): ComputedRef<TrustWords> {
  return useRoomWords(files)
}
