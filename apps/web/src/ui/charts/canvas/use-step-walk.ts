import { computed, shallowRef, watch } from 'vue'
import { useEventListener } from '@vueuse/core'
import { stepDrag } from './step-drag.ts'
import { stepKeys } from './step-keys.ts'
import type { StepOptions } from './step-state.ts'

/** Pointer and keys over the steps of a chart: where one is, and what is selected. */
export function useStepWalk(options: StepOptions) {
  const at = shallowRef<number | null>(null)
  const anchor = shallowRef<number | null>(null)
  const selection = computed(() =>
    anchor.value === null || at.value === null
      ? null
      : { from: Math.min(anchor.value, at.value), to: Math.max(anchor.value, at.value) },
  )
  const state = { at, anchor, selection }
  const drag = stepDrag(state, options)
  const keys = stepKeys(state, options)

  watch(options.count, (steps) => {
    drag.cancel()
    if (at.value !== null && at.value >= steps) at.value = null
  })
  useEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag.isOn()) drag.cancel()
  })
  return { at, selection, handlers: { ...drag.handlers, ...keys } }
}
