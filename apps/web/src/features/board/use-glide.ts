import { nextTick, onScopeDispose, watch, type Ref } from 'vue'
import { cssZoom } from '../../lib/css-zoom.ts'

type Place = { x: number; y: number; isInView: boolean }
const fadeMs = 150
const tintMs = 1500

/** When the order changes, rows in view glide to their new place: by transform alone, so that nothing is laid out anew. */
export function useGlide(board: Readonly<Ref<HTMLElement | null>>, order: () => string): void {
  let rising: readonly HTMLElement[] = []
  let tint: ReturnType<typeof setTimeout> | undefined
  const untint = () => {
    for (const row of rising) delete row.dataset['rising']
  }
  onScopeDispose(() => clearTimeout(tint))

  watch(order, async () => {
    const before = places(board.value)
    if (before.size === 0) return
    await nextTick()
    const after = places(board.value)
    // All is read before the first row is touched: each read after that would style the page once more.
    const style = getComputedStyle(document.documentElement)
    const motion = {
      zoom: board.value === null ? 1 : cssZoom(board.value),
      duration: Number(style.getPropertyValue('--glide')),
      easing: style.getPropertyValue('--move'),
    }
    const moved = [...after].flatMap(([row, to]) => {
      const from = before.get(row)
      if (from === undefined || !(from.isInView || to.isInView)) return []
      return from.x === to.x && from.y === to.y ? [] : [{ row, from, to }]
    })
    if (motion.duration === 0) {
      for (const { row } of moved) row.animate([{ opacity: 0.3 }, { opacity: 1 }], fadeMs)
      return
    }
    for (const { row, from, to } of moved) glide(row, from, to, motion)
    // It ends at once and for all rows together: each tint that fades is a layer of its own, for as long as it lasts.
    clearTimeout(tint)
    untint()
    rising = moved.filter(({ from, to }) => to.y < from.y).map(({ row }) => row)
    for (const row of rising) row.dataset['rising'] = ''
    tint = setTimeout(untint, tintMs)
  })
}

type Motion = { zoom: number; duration: number; easing: string }

function glide(row: HTMLElement, from: Place, to: Place, { zoom, ...timing }: Motion): void {
  const move = `translate(${(from.x - to.x) / zoom}px, ${(from.y - to.y) / zoom}px)`
  // Only transform and opacity change by frame: everything else would be painted anew each time.
  const gliding = row.animate([{ transform: move }, { transform: 'none' }], timing)
  // Said beforehand, the start need not be told back to the page, which would work for some frames more.
  gliding.startTime = document.timeline.currentTime
}

/** Elements keep their identity by their key, so an element is the same team before and after. */
function places(board: HTMLElement | null): Map<HTMLElement, Place> {
  const found = new Map<HTMLElement, Place>()
  const origin = board?.getBoundingClientRect()
  if (board === null || origin === undefined) return found
  for (const row of board.querySelectorAll<HTMLElement>('[data-team]')) {
    const box = row.getBoundingClientRect()
    const isInView = box.bottom > 0 && box.top < innerHeight
    found.set(row, { x: box.left - origin.left, y: box.top - origin.top, isInView })
  }
  return found
}
