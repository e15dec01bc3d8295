import { bentBodies } from './bent-bodies.ts'
import type { Fault } from './fault.ts'
import { refusals } from './refusals.ts'
import { shiftingData } from './shifting-data.ts'
import { sizes } from './sizes.ts'
import { wire } from './wire.ts'

const catalogue = { ...refusals, ...bentBodies, ...sizes, ...wire, ...shiftingData }

export type FaultName = keyof typeof catalogue

/** Every fault that can be injected, by name, with its row of the test matrix. */
export const faultCatalogue: Readonly<Record<FaultName, Fault>> = catalogue

export const faultNames: readonly FaultName[] = Object.keys(catalogue).filter(isFaultName)

export function isFaultName(text: string): text is FaultName {
  return Object.hasOwn(catalogue, text)
}
