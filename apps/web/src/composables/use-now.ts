import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** The wall clock, once a second. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now())
  const tick = setInterval(() => {
    now.value = Date.now()
  }, 1000)
  onScopeDispose(() => {
    clearInterval(tick)
  })
  return now
}
