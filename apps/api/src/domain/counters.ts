import type { CounterName, Counters } from '@podium/litellm-client'

/** What the gateway's logs tell of requests. */
export type LoggedFigure =
  | 'promptTokens'
  | 'completionTokens'
  | 'requests'
  | 'successes'
  | 'failures'
  | 'spendUsd'

type CounterRule = {
  name: CounterName
  /** In every table that counts. */
  column: string
  /**
   * Dollars are fractions, which the ledger keeps on a grid of its own (`ledger/dollars.ts`) and everybody is told to the
   * billionth (`domain/dollars.ts`); everything else is a whole number. Only what is signed may fall within a day.
   */
  unit: 'count' | 'ms' | 'usd' | 'signed usd'
  /** A day's count that has no minutes is spread over them in proportion to this figure of the gateway's logs. */
  follows: LoggedFigure
}

/**
 * Everything that is counted, in the order of the tables' columns. Sums, columns, checks, schemas and empty values
 * derive from this list.
 */
export const counterList = [
  { name: 'promptTokens', column: 'prompt', unit: 'count', follows: 'promptTokens' },
  { name: 'completionTokens', column: 'completion', unit: 'count', follows: 'completionTokens' },
  { name: 'cacheReadTokens', column: 'cache_read', unit: 'count', follows: 'promptTokens' },
  { name: 'cacheCreationTokens', column: 'cache_creation', unit: 'count', follows: 'promptTokens' },
  { name: 'requests', column: 'requests', unit: 'count', follows: 'requests' },
  { name: 'successes', column: 'successes', unit: 'count', follows: 'successes' },
  { name: 'failures', column: 'failures', unit: 'count', follows: 'failures' },
  { name: 'spendUsd', column: 'spend', unit: 'usd', follows: 'spendUsd' },
  { name: 'cacheSavingsUsd', column: 'cache_savings', unit: 'signed usd', follows: 'promptTokens' },
  { name: 'responseMs', column: 'response_ms', unit: 'ms', follows: 'successes' },
  { name: 'timedRequests', column: 'timed', unit: 'count', follows: 'successes' },
] as const satisfies readonly CounterRule[]

export type CounterColumn = (typeof counterList)[number]['column']

export const counterNames: readonly CounterName[] = counterList.map(({ name }) => name)

/** What only grows within a day. */
export const growing: readonly CounterName[] = counterList
  .filter(({ unit }) => unit !== 'signed usd')
  .map(({ name }) => name)

/** The gateway's own savings may be a loss, so they are signed. */
export const inDollars: readonly CounterName[] = counterList
  .filter(({ unit }) => unit === 'usd' || unit === 'signed usd')
  .map(({ name }) => name)

export function isInDollars(name: CounterName): boolean {
  return inDollars.includes(name)
}

/** One value for each counter. */
export function mapCounters<Value>(make: (name: CounterName) => Value): Record<CounterName, Value> {
  const values = Object.fromEntries(counterNames.map((name) => [name, make(name)]))
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the list names every counter: see `Missing`
  return values as Record<CounterName, Value>
}

/** A counter of the client that the list lacks does not compile. */
type Missing = Exclude<CounterName, (typeof counterList)[number]['name']>
true satisfies [Missing] extends [never] ? true : false

export const noCounters: Counters = mapCounters(() => 0)

export function add(a: Counters, b: Counters): Counters {
  const sums = { ...a }
  for (const name of counterNames) sums[name] += b[name]
  return sums
}

export function subtract(a: Counters, b: Counters): Counters {
  const differences = { ...a }
  for (const name of counterNames) differences[name] -= b[name]
  return differences
}

export function sum(parts: Iterable<Counters>): Counters {
  const total = { ...noCounters }
  for (const part of parts) for (const name of counterNames) total[name] += part[name]
  return total
}

export function isZero(values: Counters): boolean {
  return counterNames.every((name) => values[name] === 0)
}

/** Whether nothing that only grows is below nothing. */
export function isWhole(values: Counters): boolean {
  return growing.every((name) => values[name] >= 0)
}
