import { castOf, type Cast } from './cast.ts'
import { askedStates } from './states/asked.ts'
import { boardStates } from './states/board.ts'
import type { Size, State } from './states/state.ts'
import { teamStates } from './states/team.ts'
import { troubleStates } from './states/trouble.ts'

/** All that the page can be in. */
export const states: readonly State[] = [
  ...boardStates,
  ...troubleStates,
  ...teamStates,
  ...askedStates,
]

export const castIn = (state: State, size: Size): Cast => state.cast ?? castOf(size)
