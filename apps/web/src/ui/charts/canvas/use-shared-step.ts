import { computed, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useChartLinks } from '../chart-links.ts'
import type { TimePicture } from '../picture.ts'

/** The step under the pointer here, else the one of the instant that is shown on another chart. */
export function useSharedStep(
  own: Readonly<ShallowRef<number | null>>,
  picture: () => Pick<TimePicture, 'starts' | 'to'>,
): ComputedRef<number | null> {
  const { instant } = useChartLinks()
  watch(own, (at) => {
    instant.value = at === null ? null : (picture().starts[at] ?? null)
  })
  return computed(() => {
    if (own.value !== null) return own.value
    if (instant.value === null) return null
    const at = Date.parse(instant.value)
    const { starts, to } = picture()
    const index = starts.findLastIndex((start) => Date.parse(start) <= at)
    return index < 0 || at >= Date.parse(to) ? null : index
  })
}
