import { inject } from 'vitest'

/** How often something random is tried: a few times and always the same in `npm test`, many and others in `npm run deep`. */
export function runs(few: number, many: number): { numRuns: number; seed?: number } {
  return inject('isDeep') ? { numRuns: many } : { numRuns: few, seed: 20_261_121 }
}
