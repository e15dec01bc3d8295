import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { cssZoom } from '../../lib/css-zoom.ts'
import { placeIn, type OpenRow } from './row-places.ts'

/** Up to here every row is drawn: the browser's own search finds all of them. On paper there are always all. */
const mostDrawn = 100
const overscan = 2

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
  /** What one row has opened to, in view or not. */
  open: () => OpenRow | null
  /** Before rows come and go: the time to see how tall they are. */
  measure: () => void
}

/** Of a very long list only the rows in view, and a few around them, are in the page. */
export function useRowWindow({ start, count, rowHeight, open, measure }: Options): RowWindow {
  const isPrinting = shallowRef(false)
  const isLong = computed(() => count() > mostDrawn && !isPrinting.value)
  const seen = shallowRef({ first: 0, last: 30 })
  const places = computed(() => placeIn(rowHeight(), open()))

  function look(): void {
    if (start.value === null) return
    measure()
    const zoom = cssZoom(start.value)
    const top = start.value.getBoundingClientRect().top / zoom
    const first = Math.max(0, places.value.rowAt(-top) - overscan)
    const last = places.value.rowAt(innerHeight / zoom - top) + 1 + overscan
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
  const onPrint = (event: Event) => {
    isPrinting.value = event.type === 'beforeprint'
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
  addEventListener('beforeprint', onPrint)
  addEventListener('afterprint', onPrint)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    removeEventListener('scroll', onMove)
    removeEventListener('resize', onMove)
    removeEventListener('beforeprint', onPrint)
    removeEventListener('afterprint', onPrint)
  })

  const last = computed(() => (isLong.value ? Math.min(count(), seen.value.last) : count()))
  const first = computed(() => (isLong.value ? Math.min(seen.value.first, last.value) : 0))
  return {
    first,
    last,
    before: computed(() => places.value.topOf(first.value)),
    after: computed(() => places.value.topOf(count()) - places.value.topOf(last.value)),
  }
}
