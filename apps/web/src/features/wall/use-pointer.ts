import { shallowRef, type ShallowRef } from 'vue'
import { useEventListener, useTimeoutFn } from '@vueuse/core'

/** Whether somebody moves the pointer, or has just done so. */
export function usePointer(): Readonly<ShallowRef<boolean>> {
  const isUsed = shallowRef(false)
  const rest = useTimeoutFn(() => (isUsed.value = false), 4000, { immediate: false })
  useEventListener('pointermove', ({ movementX, movementY }: PointerEvent) => {
    // What moves under a pointer that rests is none of it.
    if (movementX === 0 && movementY === 0) return
    isUsed.value = true
    rest.start()
  })
  return isUsed
}
