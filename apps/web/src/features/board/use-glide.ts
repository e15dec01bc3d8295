import { useTimeoutFn } from '@vueuse/core'
import { nextTick, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { millisecondsOf } from '../../lib/css-time.ts'
import { cssZoom } from '../../lib/css-zoom.ts'
import type { DrawnRows } from './drawn-rows.ts'

type Place = { id: string; x: number; y: number; isInView: boolean }
const fadeMs = 150
const tintMs = 1500

type Options = {
  board: Readonly<Ref<HTMLElement | null>>
  rows: DrawnRows
  /** Public team ids, as they stand from top to bottom. */
  order: () => readonly string[]
}

/**
 * When the order changes, rows in view glide to their new place: by transform alone, so that nothing is laid out anew.
 * Returns who rises, for as long as that is shown.
 */
export function useGlide({
  board,
  rows,
  order,
}: Options): Readonly<ShallowRef<ReadonlySet<string>>> {
  const rising = shallowRef<ReadonlySet<string>>(new Set())
  const untint = () => (rising.value = new Set())
  const tint = useTimeoutFn(untint, tintMs, { immediate: false })

  function places(): Map<HTMLElement, Place> {
    const origin = board.value?.getBoundingClientRect() ?? { left: 0, top: 0 }
    const found = new Map<HTMLElement, Place>()
    for (const [id, { element }] of rows) {
      if (element.value === null) continue
      const box = element.value.getBoundingClientRect()
      const isInView = box.bottom > 0 && box.top < innerHeight
      const place = { id, x: box.left - origin.left, y: box.top - origin.top, isInView }
      found.set(element.value, place)
    }
    return found
  }

  watch(
    () => order().join(' '),
    async () => {
      const before = places()
      if (before.size === 0) return
      await nextTick()
      // All is read before the first row is touched: each read after that would style the page once more.
      const moved = [...places()].flatMap(([row, to]) => {
        // A row keeps its element for as long as it is the same team in the same shape.
        const from = before.get(row)
        if (from === undefined || !(from.isInView || to.isInView)) return []
        return from.x === to.x && from.y === to.y ? [] : [{ row, from, to }]
      })
      const style = getComputedStyle(document.documentElement)
      const duration = millisecondsOf(style.getPropertyValue('--glide'))
      const easing = style.getPropertyValue('--move')
      const zoom = board.value === null ? 1 : cssZoom(board.value)
      if (duration === 0) {
        for (const { row } of moved) row.animate([{ opacity: 0.3 }, { opacity: 1 }], fadeMs)
        return
      }
      for (const { row, from, to } of moved) {
        const move = `translate(${(from.x - to.x) / zoom}px, ${(from.y - to.y) / zoom}px)`
        row.animate([{ transform: move }, { transform: 'none' }], { duration, easing })
      }
      // It ends at once and for all rows together: each tint that fades is a layer of its own, for as long as it lasts.
      rising.value = new Set(moved.filter(({ from, to }) => to.y < from.y).map(({ to }) => to.id))
      tint.start()
    },
  )
  return rising
}
