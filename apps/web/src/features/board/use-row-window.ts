import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { cssZoom } from '../../lib/css-zoom.ts'

/** Up to here every row is drawn: the browser's own search and print find all of them. */
const mostDrawn = 300
const overscan = 12

type RowWindow = {
  /** Index of the first row drawn, and of the one behind the last. */
  first: ComputedRef<number>
  last: ComputedRef<number>
  /** Heights of what is left out before and after, in pixels. */
  before: ComputedRef<number>
  after: ComputedRef<number>
}

type Options = {
  /** Stands where the rows begin. */
  start: Readonly<Ref<HTMLElement | null>>
  count: () => number
  rowHeight: () => number
}

/** Of a very long list only the rows in view, and a few around them, are in the page. */
export function useRowWindow({ start, count, rowHeight }: Options): RowWindow {
  const isLong = computed(() => count() > mostDrawn)
  const seen = shallowRef({ first: 0, last: 60 })

  function look(): void {
    if (start.value === null) return
    const { top } = start.value.getBoundingClientRect()
    const height = rowHeight() * cssZoom(start.value)
    const first = Math.max(0, Math.floor(-top / height) - overscan)
    const last = Math.ceil((innerHeight - top) / height) + overscan
    // In steps, so that a little scrolling draws nothing.
    const step = overscan / 2
    const next = { first: first - (first % step), last: last + (step - (last % step)) }
    if (next.first !== seen.value.first || next.last !== seen.value.last) seen.value = next
  }
  let frame = 0
  const onMove = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  }
  watch(
    isLong,
    (isOn) => {
      const act = isOn ? addEventListener : removeEventListener
      act('scroll', onMove, { passive: true })
      act('resize', onMove)
      if (isOn) onMove()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    removeEventListener('scroll', onMove)
    removeEventListener('resize', onMove)
  })

  const last = computed(() => (isLong.value ? Math.min(count(), seen.value.last) : count()))
  const first = computed(() => (isLong.value ? Math.min(seen.value.first, last.value) : 0))
  return {
    first,
    last,
    before: computed(() => first.value * rowHeight()),
    after: computed(() => (count() - last.value) * rowHeight()),
  }
}
