import { useElementBounding, useWindowSize } from '@vueuse/core'
import { computed, onMounted, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { usePrinting } from '../../composables/use-printing.ts'
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
  /** The teams whose rows are open, in view or not. */
  open: Readonly<Ref<ReadonlySet<string>>>
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
  const openHeights = shallowRef<ReadonlyMap<string, number>>(new Map())
  const places = computed(() => {
    const opened = rows.value.flatMap(({ team }, index) =>
      open.value.has(team.id) ? [{ index, height: openHeights.value.get(team.id) ?? 0 }] : [],
    )
    return placeIn(rowHeight.value, opened)
  })

  const isPrinting = usePrinting()
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

  /** Before rows come and go is the time to see how tall they are: any of them, and what open ones have opened to. */
  function measure(): void {
    if (isWhole.value) return
    const row = rows.value.find(({ team }) => drawn.has(team.id))
    const element = drawn.get(row?.team.id ?? '')?.element.value
    rowHeight.value = element?.offsetHeight ?? rowHeight.value
    const heights = [...open.value].map((id) => {
      const height = drawn.get(id)?.details?.value?.offsetHeight
      return [id, height ?? openHeights.value.get(id) ?? 0] as const
    })
    openHeights.value = new Map(heights)
  }
  onMounted(measure)
  watch([top, height], measure)
  return {
    shown,
    above: computed(() => places.value.topOf(first.value)),
    below: computed(() => places.value.topOf(rows.value.length) - places.value.topOf(last.value)),
  }
}
