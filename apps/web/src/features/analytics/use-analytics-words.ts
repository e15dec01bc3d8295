import type { ComputedRef } from 'vue'
import type { analytics } from '../../i18n/messages/en/rooms/analytics.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof analytics>('../../i18n/messages/*/rooms/analytics.ts', {
  eager: true,
  import: 'analytics',
})

export type AnalyticsWords = typeof analytics

export function useAnalyticsWords(): ComputedRef<AnalyticsWords> {
  return useRoomWords(files)
}
