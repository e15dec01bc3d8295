import type { ShallowRef } from 'vue'
import { useIntervalFn, useTimestamp } from '@vueuse/core'

/** The wall clock, once a second. */
export function useNow(): Readonly<ShallowRef<number>> {
  return useTimestamp({ scheduler: (tick) => useIntervalFn(tick, 1000) })
}
