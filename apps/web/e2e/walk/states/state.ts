import type { Page } from 'playwright'
import type { Cast } from '../cast.ts'
import type { WalkWords } from '../words-of.ts'
import type { Twist } from '../world-of.ts'

/** So many teams. */
export type Size = 0 | 1 | 3 | 30 | 1000
export const some = [1, 3, 30, 1000] as const

/** One thing that the page can be in, and how to get it there. */
export type State = {
  name: string
  sizes: readonly Size[]
  path?: string
  twist?: Twist
  /** On anything narrower it does not exist. */
  narrowest?: number
  /** What was chosen on this device before. */
  stored?: Readonly<Record<string, string>>
  cast?: Cast
  /** The page is there when this is. */
  ready: string
  /** What somebody does then. */
  act?: (page: Page) => Promise<void>
  /** What can be read in this state and in hardly any other: a page that is something else does not pass for it. */
  says: (words: WalkWords, cast: Cast) => string
  /** The server refuses something, which the browser writes into its console by itself. */
  isRefused?: true
}

export const table = '[role=table] [data-team] .value'
/** Of the tenth team, or of the last one; of so many that only those in view are drawn, of the fifth. */
export const tenth: State['says'] = (_, cast) =>
  (cast.length > 100 ? cast[4] : (cast[9] ?? cast.at(-1)))?.name ?? ''
