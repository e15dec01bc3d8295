import { nextTick, watch, type Ref } from 'vue'
import { cssZoom } from '../../lib/css-zoom.ts'

type Place = { x: number; y: number; isInView: boolean }
const fadeMs = 150

/** When the order changes, rows in view glide to their new place: by transform alone, so that nothing is laid out anew. */
export function useGlide(board: Readonly<Ref<HTMLElement | null>>, order: () => string): void {
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
    for (const [row, to] of after) {
      const from = before.get(row)
      if (from === undefined || !(from.isInView || to.isInView)) continue
      if (from.x === to.x && from.y === to.y) continue
      if (motion.duration > 0) glide(row, from, to, motion)
      else row.animate([{ opacity: 0.3 }, { opacity: 1 }], fadeMs)
    }
  })
}

type Motion = { zoom: number; duration: number; easing: string }

function glide(row: HTMLElement, from: Place, to: Place, { zoom, ...timing }: Motion): void {
  const move = `translate(${(from.x - to.x) / zoom}px, ${(from.y - to.y) / zoom}px)`
  // Only transform and opacity change by frame: everything else would be painted anew each time.
  row.animate([{ transform: move }, { transform: 'none' }], timing)
  if (to.y >= from.y) return
  // By a style sheet: a script that animates what is not an element has the page styled anew for each.
  row.dataset['rising'] = ''
  row.addEventListener('animationend', () => delete row.dataset['rising'], { once: true })
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
