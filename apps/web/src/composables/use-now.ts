import { shallowRef, type ShallowRef } from 'vue'
import { useIntervalFn } from '@vueuse/core'

/** The wall clock, once a second. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now())
  useIntervalFn(() => (now.value = Date.now()), 1000)
  return now
}
