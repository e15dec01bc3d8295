/** A finger that moved further than this did not tap. */
const tapPx = 10

/** Tells a tap of a finger from what only ends over the chart. */
export function tapFinder() {
  let down: { pointerId: number; clientX: number; clientY: number } | null = null
  return {
    begin: ({ pointerType, isPrimary, pointerId, clientX, clientY }: PointerEvent): void => {
      down = pointerType === 'touch' && isPrimary ? { pointerId, clientX, clientY } : null
    },
    isEnd: ({ pointerId, clientX, clientY }: PointerEvent): boolean => {
      const began = down
      down = null
      if (began?.pointerId !== pointerId) return false
      return Math.hypot(clientX - began.clientX, clientY - began.clientY) <= tapPx
    },
  }
}
