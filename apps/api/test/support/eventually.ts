import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 90_000

/**
 * Reads again and again until what it reads is wanted. Other than vitest's own, this moves no clock that a test has
 * taken into its hand.
 */
export async function eventually<T>(
  read: () => T | Promise<T>,
  isWanted: (value: T) => boolean = Boolean,
): Promise<T> {
  const begun = performance.now()
  for (;;) {
    const value = await read()
    if (isWanted(value)) return value
    if (performance.now() - begun > patienceMs)
      throw new Error(`It never came; at last it was ${JSON.stringify(value)}`)
    await sleep(20)
  }
}
