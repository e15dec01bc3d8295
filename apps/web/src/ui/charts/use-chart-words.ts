import type { ComputedRef } from 'vue'
import type { charts } from '../../i18n/messages/en/rooms/charts.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof charts>('../../i18n/messages/*/rooms/charts.ts', {
  eager: true,
  import: 'charts',
})

export type ChartWords = typeof charts

export function useChartWords(): ComputedRef<ChartWords> {
  return useRoomWords(files)
}
