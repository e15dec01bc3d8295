import { languages, type Language } from '../../src/i18n/language.ts'
import { states } from './states.ts'
import type { Size, State } from './states/state.ts'

export const widths = [320, 768, 1440, 1920, 3840] as const
export type Width = (typeof widths)[number]
export const heights: Record<Width, number> = {
  320: 700,
  768: 1024,
  1440: 900,
  1920: 1080,
  3840: 2160,
}

/** One page to open; it is seen in both themes. */
export type Look = { state: State; size: Size; width: Width; language: Language }

/** Everything with everything. */
export function allLooks(): Look[] {
  return states.flatMap((state) =>
    state.sizes.flatMap((size) =>
      widthsOf(state).flatMap((width) =>
        languages.map(({ tag }) => ({ state, size, width, language: tag })),
      ),
    ),
  )
}

/** Every state at every width; sizes and languages take turns. */
export function thinnedLooks(): Look[] {
  return states.flatMap((state, row) =>
    widthsOf(state).map((width, column) => look(state, width, row + column)),
  )
}

/** Every state once, on a phone, a tablet or a laptop in turns. */
export function fewLooks(): Look[] {
  return states.map((state, row) => {
    const few = widthsOf(state).filter((width) => width < 1500)
    return look(state, few[row % few.length] ?? 1440, row)
  })
}

function widthsOf({ narrowest = 0 }: State): readonly Width[] {
  return widths.filter((width) => width >= narrowest)
}

function look(state: State, width: Width, turn: number): Look {
  return {
    state,
    width,
    size: state.sizes[turn % state.sizes.length] ?? 3,
    language: languages[Math.floor(turn / 2) % languages.length]?.tag ?? 'en',
  }
}
