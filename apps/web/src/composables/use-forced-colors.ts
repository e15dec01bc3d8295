import { useMediaQuery } from '@vueuse/core'
import type { Ref } from 'vue'

/** The system has taken the colours: what differs by colour alone would look alike. */
export function useForcedColors(): Readonly<Ref<boolean>> {
  return useMediaQuery('(forced-colors: active)')
}
