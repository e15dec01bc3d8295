import type { Counters } from '@podium/litellm-client'
import type { SumMeasure } from '@podium/contracts'
import type { Width } from './placement.ts'

/** How fine the time of what was placed has to be. */
export type SliceUnit = 'minute' | 'quarter' | 'hour' | 'day'

/** All traffic together, or that of one team; `teamId` null is traffic without one. */
export type TrafficOf = 'all' | { teamId: string | null }

export type SliceQuery = {
  unit: SliceUnit
  whose: TrafficOf
  measure: SumMeasure
  /** Models together are fewer rows, and are read in the order in which they lie. */
  byModel: boolean
}

/** A piece of a span. What is not placed is somewhere in its whole UTC day. */
export type TimeSlice = {
  /** `null` is all of them together. */
  model: string | null
  /** Epoch seconds. */
  start: number
  /** Minutes. */
  width: Width
  isPlaced: boolean
  amount: number
}

/** What a team was seen to do in one bucket of `width` minutes. */
export type TeamMinute = {
  teamId: string | null
  start: number
  width: Width
  tokens: number
  completionTokens: number
  spendUsd: number
}

/** What of a team's requests to a model fell into one bucket of `width` minutes. */
export type TeamRequests = {
  model: string
  start: number
  width: Width
  requests: number
  successes: number
}

/** Tokens of a team in one hour or UTC day. */
export type TeamSpark = { teamId: string | null; start: number; tokens: number }

/** What a team did with a model in one step of time. */
export type TeamModelStep = {
  teamId: string | null
  model: string
  /** Epoch seconds: when the step is over; of what is not placed, when its UTC day is. */
  ends: number
  isPlaced: boolean
  counters: Counters
}
