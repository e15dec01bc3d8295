import { castOf, type Cast } from './cast.ts'
import { analyticsStates } from './states/analytics.ts'
import { askedStates } from './states/asked.ts'
import { boardStates } from './states/board.ts'
import { inferenceStates } from './states/inference.ts'
import type { Size, State } from './states/state.ts'
import { teamStates } from './states/team.ts'
import { troubleStates } from './states/trouble.ts'
import { wallStates } from './states/wall.ts'

/** All that the page can be in. */
export const states: readonly State[] = [
  ...boardStates,
  ...troubleStates,
  ...teamStates,
  ...askedStates,
  ...analyticsStates,
  ...inferenceStates,
  ...wallStates,
]

export const castIn = (state: State, size: Size): Cast => state.cast ?? castOf(size)
