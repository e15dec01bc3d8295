import type { Page } from 'playwright'
import { hostileCast } from '../cast.ts'
import { some, type State } from './state.ts'

const wall = (name: string, other: Partial<State> = {}): State => ({
  name: `wall${name}`,
  sizes: some,
  // Nothing is read from it that is narrower.
  narrowest: 1440,
  path: '/wall?dwell=600',
  ready: '.lane .value',
  says: (_, cast) => cast[0]?.name ?? '',
  ...other,
})
/** Before these are the scenes of the board. */
const scene = (kind: string) => async (page: Page) => {
  while ((await page.locator(`main .${kind}`).count()) === 0)
    await page.keyboard.press('ArrowRight')
}

/** The board for everybody in the room, scene by scene. */
export const wallStates: readonly State[] = [
  wall(''),
  wall(', success in a hall', {
    path: '/wall?dwell=600&measure=success&size=hall',
    sizes: [3, 30],
  }),
  wall(', efficiency of a span', {
    path: '/wall?dwell=600&measure=efficiency&from=2026-11-20T08:00:00Z&to=2026-11-21T16:30:00Z&tz=America/Argentina/Buenos_Aires',
    sizes: [30],
    twist: { status: () => ({ demo: true }) },
  }),
  wall(', hostile names', { sizes: [0], cast: hostileCast }),
  wall(', race', { sizes: [3, 30], act: scene('race') }),
  wall(', models', { sizes: [30], act: scene('model'), says: () => 'gemini-flash' }),
  wall(', engines', { sizes: [30], act: scene('engine'), says: () => 'qwen3-32b' }),
]
