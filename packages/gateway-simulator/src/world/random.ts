/** A stream of numbers in [0, 1). */
export type Random = () => number

/** FNV-1a over the parts, so that every (seed, team, minute) has a stream of its own. */
export function hashParts(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    const text = String(part)
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    }
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  return hash >>> 0
}

/** mulberry32: small, fast and the same on every machine. */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let state = hashParts(...parts)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number in [least, most]. */
export function drawInteger(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

export function drawPoisson(random: Random, mean: number): number {
  const limit = Math.exp(-Math.min(mean, 500))
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** Log-normal: token counts and durations have a long right tail. */
export function drawSkewed(random: Random, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(sigma * normal)
}

export function drawWeighted<T>(
  random: Random,
  choices: readonly (readonly [T, number])[],
): T | undefined {
  let rest = random() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    rest -= weight
    if (rest < 0) return choice
  }
  return choices.at(-1)?.[0]
}

export function drawOne<T>(random: Random, choices: readonly T[]): T | undefined {
  return choices[Math.floor(random() * choices.length)]
}
