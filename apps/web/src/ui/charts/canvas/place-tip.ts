type Room = { left: number; right: number; top: number; bottom: number }
type Anchor = { x: number; y: number; gap: number; side: 'beside' | 'above' }
type Size = { width: number; height: number }

/** Where a tip of this size stands at its anchor, moved no further than it must be to lie within its room. */
export function placeTip(
  { x, y, gap, side }: Anchor,
  { width, height }: Size,
  room: Room,
  middle: number,
): { left: number; top: number } {
  const beside = x > middle ? x - gap - width : x + gap
  const isOver = y - gap - height >= room.top
  const wanted =
    side === 'beside'
      ? { left: beside, top: y }
      : { left: x - width / 2, top: isOver ? y - gap - height : y + gap }
  // What has no room begins where it begins.
  const within = (at: number, first: number, last: number) => Math.max(first, Math.min(at, last))
  return {
    left: within(wanted.left, room.left, room.right - width),
    top: within(wanted.top, room.top, room.bottom - height),
  }
}

const edge = 8

/** What is seen of the page below its top bar, in pixels of the page from where this box begins. */
export function roomAround(box: DOMRect, zoom: number): Room {
  const { offsetLeft, offsetTop, width, height } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  }
  const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0
  return {
    left: (offsetLeft - box.left) / zoom + edge,
    right: (offsetLeft + width - box.left) / zoom - edge,
    top: Math.max((offsetTop - box.top) / zoom + edge, bar - box.top / zoom),
    bottom: (offsetTop + height - box.top) / zoom - edge,
  }
}
