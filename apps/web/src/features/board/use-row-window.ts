import { useElementBounding, useEventListener, useWindowSize } from '@vueuse/core'
import { computed, onMounted, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { cssZoom } from '../../lib/css-zoom.ts'
import { useDrawnRows } from './drawn-rows.ts'
import type { RankedRow } from './ranked-rows.ts'
import { placeIn } from './row-places.ts'

/** Up to here every row is drawn, so that the browser's own search finds all of them. On paper there are always all. */
const mostDrawn = 100
const overscan = 2

type Options = {
  /** Stands where the rows begin. */
  start: Readonly<Ref<HTMLElement | null>>
  rows: ComputedRef<readonly RankedRow[]>
  /** The team whose row is open, in view or not. */
  open: Readonly<Ref<string | null>>
}
type RowWindow = {
  shown: ComputedRef<readonly RankedRow[]>
  /** Heights of what is left out above and below, in pixels. */
  above: ComputedRef<number>
  below: ComputedRef<number>
}

/**
 * Of a very long list only the rows in view, and a few around them, are in the page. `content-visibility` spares the
 * layout of the others, but not the making of them, which for 1,000 teams takes half a second.
 */
export function useRowWindow({ start, rows, open }: Options): RowWindow {
  const drawn = useDrawnRows()
  const rowHeight = shallowRef(56)
  const openHeight = shallowRef(0)
  const places = computed(() => {
    const index = rows.value.findIndex(({ team }) => team.id === open.value)
    return placeIn(rowHeight.value, index === -1 ? null : { index, height: openHeight.value })
  })

  const isPrinting = shallowRef(false)
  useEventListener(window, ['beforeprint', 'afterprint'], ({ type }) => {
    isPrinting.value = type === 'beforeprint'
  })
  const isWhole = computed(() => rows.value.length <= mostDrawn || isPrinting.value)
  const { top } = useElementBounding(start, { updateTiming: 'next-frame' })
  const { height } = useWindowSize()
  const zoom = computed(() => (start.value === null ? 1 : cssZoom(start.value)))
  const rowAt = (onScreen: number) => places.value.rowAt((onScreen - top.value) / zoom.value)
  const last = computed(() => {
    const all = rows.value.length
    return isWhole.value ? all : Math.min(all, rowAt(height.value) + 1 + overscan)
  })
  const first = computed(() =>
    isWhole.value ? 0 : Math.min(Math.max(0, rowAt(0) - overscan), last.value),
  )
  const shown = computed(() => rows.value.slice(first.value, last.value))

  /** Before rows come and go is the time to see how tall they are: any of them, and what the open one has opened to. */
  function measure(): void {
    if (isWhole.value) return
    const row = rows.value.find(({ team }) => drawn.has(team.id))
    const element = drawn.get(row?.team.id ?? '')?.element.value
    const details = drawn.get(open.value ?? '')?.details?.value
    rowHeight.value = element?.offsetHeight ?? rowHeight.value
    openHeight.value = details?.offsetHeight ?? openHeight.value
  }
  onMounted(measure)
  watch([top, height], measure)
  return {
    shown,
    above: computed(() => places.value.topOf(first.value)),
    below: computed(() => places.value.topOf(rows.value.length) - places.value.topOf(last.value)),
  }
}
