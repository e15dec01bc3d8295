import { changedBodies } from './changed-bodies.ts'
import type { Fault } from './fault.ts'
import { errorAnswers } from './error-answers.ts'
import { shiftingData } from './shifting-data.ts'
import { sizes } from './sizes.ts'
import { brokenConnections } from './broken-connections.ts'

const catalogue = {
  ...errorAnswers,
  ...changedBodies,
  ...sizes,
  ...brokenConnections,
  ...shiftingData,
}

export type FaultName = keyof typeof catalogue

/** Every fault that can be injected, by name, with its row of the test matrix. */
export const faultCatalogue: Readonly<Record<FaultName, Fault>> = catalogue

export const faultNames: readonly FaultName[] = Object.keys(catalogue).filter(isFaultName)

export function isFaultName(text: string): text is FaultName {
  return Object.hasOwn(catalogue, text)
}
