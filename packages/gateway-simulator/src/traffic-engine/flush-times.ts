import { createRandom } from '../world/random.ts'

/** When the write queue is emptied: each interval is drawn anew, as in the release that is played. */
export function createFlushTimes(options: {
  seed: number
  startsAt: number
  flushSeconds: number
  jitter: 'added' | 'around'
}): { next(): number; take(): number } {
  const random = createRandom(options.seed, 'flush')
  const draw = () => {
    const extra = options.jitter === 'added' ? random() * 5 : random() * 6 - 3
    return Math.max(1000, Math.round((options.flushSeconds + extra) * 1000))
  }
  let next = options.startsAt + draw()
  return {
    next: () => next,
    take() {
      const taken = next
      next += draw()
      return taken
    },
  }
}
