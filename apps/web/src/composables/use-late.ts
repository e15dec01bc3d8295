import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** True a moment later: an answer that is faster than that shows no skeleton at all. */
export function useLate(ms = 150): Readonly<ShallowRef<boolean>> {
  const isLate = shallowRef(false)
  const timer = setTimeout(() => {
    isLate.value = true
  }, ms)
  onScopeDispose(() => clearTimeout(timer))
  return isLate
}
