/** What the truth and the client both count, under one set of names. */
export const counterNames = [
  'requests',
  'successes',
  'failures',
  'prompt',
  'completion',
  'cacheRead',
  'cacheCreation',
  'spend',
] as const

export type Counters = Record<(typeof counterNames)[number], number>

/** Where a count belongs; `null` is traffic without a team, or a model nobody named. */
export interface Place {
  date: string
  team: string | null
  key: string
  model: string | null
}

export type Cell = Place & { counters: Counters }

export function noCounters(): Counters {
  return {
    requests: 0,
    successes: 0,
    failures: 0,
    prompt: 0,
    completion: 0,
    cacheRead: 0,
    cacheCreation: 0,
    spend: 0,
  }
}

export function add(sum: Counters, more: Partial<Counters>): void {
  for (const name of counterNames) sum[name] += more[name] ?? 0
}

/** Sums cells that share the named coordinates: the rest of a place is forgotten. */
export function sumBy(
  cells: readonly Cell[],
  coordinates: readonly (keyof Place)[],
): Map<string, Counters> {
  const sums = new Map<string, Counters>()
  for (const cell of cells) {
    const place = coordinates.map((name) => cell[name] ?? '–').join(' | ')
    const sum = sums.get(place) ?? noCounters()
    add(sum, cell.counters)
    sums.set(place, sum)
  }
  return sums
}

/** Every place and counter on which both sides disagree. Counts must be equal, dollars to 1e-9. */
export function differences(
  expected: ReadonlyMap<string, Counters>,
  found: ReadonlyMap<string, Counters>,
  ignored: readonly (keyof Counters)[] = [],
): string[] {
  const compared = counterNames.filter((name) => !ignored.includes(name))
  return [...new Set([...expected.keys(), ...found.keys()])].sort().flatMap((place) => {
    const want = expected.get(place) ?? noCounters()
    const got = found.get(place) ?? noCounters()
    return compared
      .filter((name) => !agree(name, want[name], got[name]))
      .map((name) => `${place}: ${name} is ${String(got[name])}, expected ${String(want[name])}`)
  })
}

function agree(name: keyof Counters, want: number, got: number): boolean {
  if (name !== 'spend') return want === got
  return Math.abs(want - got) <= 1e-12 + 1e-9 * Math.max(Math.abs(want), Math.abs(got))
}
