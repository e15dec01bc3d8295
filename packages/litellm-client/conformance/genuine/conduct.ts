/**
 * What a release is known to do with a request besides counting it. The first word of each line is
 * what one would expect; the others are the gateway's own doing, measured on genuine releases.
 */
export interface Conduct {
  keyOfFailures: 'own' | 'empty'
  keyOfMaster: 'hash' | 'name'
  teamOfBudgetRefusals: 'own' | 'none'
  modelOfDoorRefusals: 'requested' | 'unnamed'
  /** Logs do not fall back to another name where the group is missing. */
  loggedModelOfDoorRefusals: 'of a single deployment' | 'unnamed'
  nameOfUnknownModels: 'requested' | 'unnamed' | 'unknown-model'
  dayOfFailures: 'start' | 'end'
  promptOfFailures: 'none' | 'estimated'
  cachedTokens: 'counted' | 'of anthropic only'
  cacheCreation: 'in the prompt' | 'beside the prompt'
  ownCachePrice: 'honoured' | 'ignored'
  cachePriceShown: 'own' | 'list'
  labelOfDeletedKeys: 'kept' | 'lost'
  storms: 'survived' | 'rows lost'
}

export const expected: Conduct = {
  keyOfFailures: 'own',
  keyOfMaster: 'hash',
  teamOfBudgetRefusals: 'own',
  modelOfDoorRefusals: 'requested',
  loggedModelOfDoorRefusals: 'of a single deployment',
  nameOfUnknownModels: 'requested',
  dayOfFailures: 'start',
  promptOfFailures: 'none',
  cachedTokens: 'counted',
  cacheCreation: 'in the prompt',
  ownCachePrice: 'honoured',
  cachePriceShown: 'own',
  labelOfDeletedKeys: 'kept',
  storms: 'survived',
}

const reasons: Record<keyof Conduct, string> = {
  keyOfFailures: 'without a logging payload the writer books a failure under the key ""',
  keyOfMaster: 'the master key is booked under a fixed name instead of its hash',
  teamOfBudgetRefusals: 'a request refused for its budget is booked without team',
  modelOfDoorRefusals: 'a request refused before routing has no model group',
  loggedModelOfDoorRefusals: 'a request refused before routing has no model group in the logs',
  nameOfUnknownModels: 'a model that no deployment serves has no model group',
  dayOfFailures: 'a failure is booked on the day it failed, not on the day it began',
  promptOfFailures: 'failed requests carry an estimate of their prompt, which spend logs know too',
  cachedTokens: 'only top-level usage fields are read, which OpenAI-shaped answers lack',
  cacheCreation: 'tokens written to the cache are left out of the prompt',
  ownCachePrice: "the operator's own price of cached tokens is ignored: they are free",
  cachePriceShown: "/model/info shows the list's cache price where the operator set an own one",
  labelOfDeletedKeys: 'the label of a deleted key is not looked up',
  storms: 'a flush writes its first 100 rows and drops the rest',
}

/** In every release: `model_group` is no part of a row's identity, so the first name of a day wins. */
export const sharedModels =
  'two public names of one model are booked under the one that came first: compared together'

/** In every release. */
export const deletedKeys =
  'a deleted key keeps its usage; used again it is refused and loses its team'

export function deviations(conduct: Conduct): string[] {
  const names = Object.keys(reasons).filter((name): name is keyof Conduct => name in conduct)
  return names
    .filter((name) => conduct[name] !== expected[name])
    .map((name) => `${name} ${conduct[name]}: ${reasons[name]}`)
}

export const estimates =
  'estimated prompts of failures cannot be known from outside: activity is held to what the logs say'
