import type { CounterName } from '../../src/index.ts'
import { type Conduct, expected } from './conduct.ts'

/** Which of the questions a release can answer. */
export interface Abilities {
  aggregated: boolean
  spendLogs: boolean
  spendLogsForViewers: boolean
  activityForViewers: boolean
  /** How it refuses a route that the key's type does not allow. */
  routeRefusal: 'forbidden' | 'upstream' | 'auth'
  readinessNamesVersion: boolean
  /** Successes come with the time they took. */
  timesSuccesses: boolean
  /** Counters that its answers lack. */
  absent: readonly CounterName[]
}

export interface Release {
  version: string
  conduct: Conduct
  abilities: Abilities
}

const all: Abilities = {
  aggregated: true,
  spendLogs: true,
  spendLogsForViewers: true,
  activityForViewers: true,
  routeRefusal: 'forbidden',
  readinessNamesVersion: false,
  timesSuccesses: true,
  absent: [],
}

const v1105: Conduct = {
  ...expected,
  keyOfMaster: 'name',
  nameOfUnknownModels: 'unknown-model',
  promptOfFailures: 'estimated',
}
const v199: Conduct = {
  ...v1105,
  loggedModelOfDoorRefusals: 'unnamed',
  nameOfUnknownModels: 'requested',
  dayOfFailures: 'end',
}
const v189: Conduct = {
  ...v199,
  promptOfFailures: 'none',
  modelOfDoorRefusals: 'unnamed',
  nameOfUnknownModels: 'unnamed',
  storms: 'rows lost',
}
const v181: Conduct = {
  ...v189,
  keyOfMaster: 'hash',
  teamOfBudgetRefusals: 'none',
  cachedTokens: 'of anthropic only',
  cachePriceShown: 'list',
  labelOfDeletedKeys: 'lost',
}
const v178: Conduct = { ...v181, keyOfFailures: 'empty', cachePriceShown: 'own' }
const v174: Conduct = {
  ...v178,
  cacheCreation: 'beside the prompt',
  ownCachePrice: 'ignored',
  cachePriceShown: 'list',
}

const before105: Abilities = {
  ...all,
  timesSuccesses: false,
  absent: ['responseMs', 'timedRequests'],
}
const before199: Abilities = {
  ...before105,
  aggregated: false,
  absent: ['cacheSavingsUsd', 'responseMs', 'timedRequests'],
}
const before184: Abilities = {
  ...before199,
  spendLogsForViewers: false,
  readinessNamesVersion: true,
}
/** A plain-text 500 is all that a forbidden route gives. */
const before180: Abilities = { ...before184, spendLogs: false, routeRefusal: 'upstream' }

const v174Abilities: Abilities = {
  ...before180,
  activityForViewers: false,
  routeRefusal: 'auth',
}

export const releases: readonly Release[] = [
  { version: '1.74.9', conduct: v174, abilities: v174Abilities },
  { version: '1.78.5', conduct: v178, abilities: before180 },
  { version: '1.81.12', conduct: v181, abilities: before184 },
  { version: '1.89.4', conduct: v189, abilities: before199 },
  { version: '1.99.2', conduct: v199, abilities: before105 },
  { version: '1.101.6', conduct: v199, abilities: before105 },
  { version: '1.105.7', conduct: v1105, abilities: all },
  { version: '1.109.1', conduct: v1105, abilities: all },
]

/** An old and a new one: what CI can afford. */
export const defaultReleases: readonly string[] = ['1.81.12', '1.109.1']

export function releaseOf(version: string): Release {
  const found = releases.find((release) => release.version === version)
  if (found === undefined) throw new Error(`no release ${version} is known`)
  return found
}
