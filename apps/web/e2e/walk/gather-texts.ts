/** A piece of text as it was drawn. */
export type Text = {
  text: string
  /** Where it is, for people. */
  where: string
  isNumber: boolean
  /** Pixels of it that nobody can see, nor scroll to. */
  cut: number
  /** It ends in an ellipsis, and the whole of it is a title. */
  isTold: boolean
  /** What floats over the rest is on a layer of its own. */
  layer: number
  /** What can be seen of its lines. */
  lines: { left: number; top: number; right: number; bottom: number }[]
}

/** Runs in the page, alone: every text that can be seen, of the open dialog where there is one. */
// eslint-disable-next-line max-lines-per-function -- the page gets this function and nothing around it
export function gatherTexts(): Text[] {
  const layers: Element[] = []
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
  const nameOf = (element: Element | null | undefined) =>
    element ? [element.localName, ...element.classList].join('.') : ''

  /** `null` is hidden on purpose, for those who listen. */
  function see(element: Element, lines: Text['lines']) {
    const loose = { x: false, y: false }
    let cut = 0
    let isDotted = false
    let layer = 0
    const root = document.documentElement
    for (let box: Element | null = element; box && box !== root; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.clipPath !== 'none') return null
      const edge = box.getBoundingClientRect()
      const cuts = {
        x: hides(style.overflowX) && !loose.x,
        y: hides(style.overflowY) && !loose.y,
      }
      if (cuts.x && (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'))
        isDotted = true
      // Of a list that wraps out of sight the rest waits for its turn.
      const waits = style.flexWrap === 'wrap' && lines.every(({ top }) => top >= edge.bottom)
      if (cuts.y && waits) return null
      if (cuts.x) cut = Math.max(cut, box.scrollWidth - box.clientWidth)
      for (const line of style.display === 'inline' ? [] : lines) {
        if (cuts.x) cut = Math.max(cut, line.right - edge.right, edge.left - line.left)
        // Letters have air above and below them.
        if (cuts.y) cut = Math.max(cut, line.bottom - edge.bottom - 3, edge.top - line.top - 3)
        if (style.overflowX !== 'visible') {
          line.left = Math.max(line.left, edge.left)
          line.right = Math.min(line.right, edge.right)
        }
        if (style.overflowY !== 'visible') {
          line.top = Math.max(line.top, edge.top)
          line.bottom = Math.min(line.bottom, edge.bottom)
        }
      }
      loose.x ||= scrolls(style.overflowX)
      loose.y ||= scrolls(style.overflowY)
      const floats = ['fixed', 'sticky'].includes(style.position) || style.zIndex !== 'auto'
      if (floats && layer === 0) {
        if (!layers.includes(box)) layers.push(box)
        layer = layers.indexOf(box) + 1
      }
    }
    if (!loose.x) for (const line of lines) cut = Math.max(cut, line.right - innerWidth, -line.left)
    return { cut, layer, isTold: isDotted && element.closest('[title]') !== null }
  }

  const found: Text[] = []
  const range = document.createRange()
  const start = document.querySelector('dialog:modal') ?? document.body
  const walker = document.createTreeWalker(start, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element === null || text === '') continue
    if (element.closest('script, style, svg, option, noscript') !== null) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
      left,
      top,
      right,
      bottom,
    }))
    const how = see(element, lines)
    if (how === null) continue
    found.push({
      ...how,
      text: text.slice(0, 80),
      where: [element.parentElement, element].map(nameOf).join(' '),
      isNumber: element.closest('.number') !== null || /^[-+]?[\d.,\s$%]+$/.test(text),
      lines: lines.filter((line) => line.right - line.left > 1 && line.bottom - line.top > 1),
    })
  }
  return found
}
