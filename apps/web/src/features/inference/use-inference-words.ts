import type { ComputedRef } from 'vue'
import type { inference } from '../../i18n/messages/en/rooms/inference.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

const files = import.meta.glob<typeof inference>('../../i18n/messages/*/rooms/inference.ts', {
  eager: true,
  import: 'inference',
})

export type InferenceWords = typeof inference

export function useInferenceWords(): ComputedRef<InferenceWords> {
  return useRoomWords(files)
}
