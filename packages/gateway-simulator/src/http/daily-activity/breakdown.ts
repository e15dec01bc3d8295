import type { Profile } from '../../gateway/profile.ts'
import { addCounters, noCounters } from '../../ledger/counters.ts'
import type { Counters } from '../../ledger/counters.ts'
import type { DailyRow } from '../../ledger/row-store.ts'
import { findKey, findTeam } from '../../world/world.ts'
import type { World } from '../../world/world.ts'
import { nameKey } from './key-ranking.ts'
import { viewMetrics } from './metrics.ts'

interface Bucket {
  counters: Counters
  keys: Map<string, Counters>
}

type Buckets = Map<string, Bucket>

export interface BreakdownOptions {
  world: World
  profile: Profile
  /** Keys that may be shown; null for all. */
  shownKeys: ReadonlySet<string> | null
  /** One release leaves the empty key out of its aggregated route. */
  dropsEmptyKey?: boolean
}

/** One day of results: rows grouped under each name that the release groups by. */
export function viewDay(date: string, rows: readonly DailyRow[], options: BreakdownOptions) {
  const { profile } = options
  const total = noCounters()
  const maps = {
    models: new Map<string, Bucket>(),
    modelGroups: new Map<string, Bucket>(),
    providers: new Map<string, Bucket>(),
    endpoints: new Map<string, Bucket>(),
    apiKeys: new Map<string, Bucket>(),
    entities: new Map<string, Bucket>(),
  }
  for (const row of rows) {
    addCounters(total, row.counters)
    const key = nameKey(row, profile)
    addTo(maps.models, nameModel(row, profile), key, row)
    addTo(maps.modelGroups, nameGroup(row, profile), key, row)
    addTo(maps.providers, row.provider === '' ? 'unknown' : row.provider, key, row)
    addTo(maps.endpoints, row.endpoint === '' ? null : row.endpoint, key, row)
    addTo(maps.entities, row.teamId === '' ? 'Unassigned' : row.teamId, key, row)
    if (key !== '' || options.dropsEmptyKey !== true) addTo(maps.apiKeys, key, key, row)
  }
  return {
    date,
    metrics: viewMetrics(total, profile),
    breakdown: {
      mcp_servers: {},
      models: viewBuckets(maps.models, options),
      model_groups: viewBuckets(maps.modelGroups, options),
      providers: viewBuckets(maps.providers, options),
      ...(profile.endpointsBreakdown && { endpoints: viewBuckets(maps.endpoints, options) }),
      api_keys: viewKeys(maps.apiKeys, options),
      entities: viewBuckets(maps.entities, options, (team) => describeTeam(options.world, team)),
      ...(profile.guardrailsBreakdown && { guardrails: {} }),
    },
  }
}

function nameModel({ model }: DailyRow, profile: Profile): string | null {
  if (model !== '') return model
  return profile.namelessRowsAreNamed ? 'unknown-model' : null
}

function nameGroup({ model, modelGroup }: DailyRow, profile: Profile): string | null {
  if (modelGroup !== '') return modelGroup
  if (profile.emptyGroupFallsBackToModel && model !== '') return model
  return profile.namelessRowsAreNamed ? 'unknown-model-group' : null
}

function addTo(buckets: Buckets, name: string | null, key: string, { counters }: DailyRow): void {
  if (name === null) return
  let bucket = buckets.get(name)
  if (bucket === undefined) {
    bucket = { counters: noCounters(), keys: new Map() }
    buckets.set(name, bucket)
  }
  addCounters(bucket.counters, counters)
  let ofKey = bucket.keys.get(key)
  if (ofKey === undefined) {
    ofKey = noCounters()
    bucket.keys.set(key, ofKey)
  }
  addCounters(ofKey, counters)
}

function viewBuckets(
  buckets: Buckets,
  options: BreakdownOptions,
  describe: (name: string) => Record<string, unknown> = () => ({}),
) {
  return mapToObject(buckets, (name, { counters, keys }) => ({
    metrics: viewMetrics(counters, options.profile),
    metadata: describe(name),
    api_key_breakdown: viewKeys(
      new Map([...keys].map(([key, ofKey]) => [key, { counters: ofKey, keys: new Map() }])),
      options,
    ),
  }))
}

function viewKeys(buckets: Buckets, options: BreakdownOptions) {
  const { shownKeys, profile } = options
  const shown = new Map([...buckets].filter(([key]) => shownKeys === null || shownKeys.has(key)))
  return mapToObject(shown, (key, { counters }) => ({
    metrics: viewMetrics(counters, profile),
    metadata: describeKey(options.world, key, profile),
  }))
}

/** An object with a property for every name, `__proto__` too. */
function mapToObject<T>(buckets: Buckets, view: (name: string, bucket: Bucket) => T) {
  return Object.fromEntries([...buckets].map(([name, bucket]) => [name, view(name, bucket)]))
}

function describeTeam(world: World, id: string): Record<string, unknown> {
  const team = findTeam(world, id)
  return team === undefined ? {} : { team_alias: team.alias }
}

/** Looked up when the answer is made: a moved key is labelled with its new team on old days too. */
export function describeKey(
  world: World,
  token: string,
  profile: Profile,
): Record<string, unknown> {
  const live = findKey(world, token)
  const known = live ?? (profile.deletedKeysKeepMetadata ? world.keys.get(token) : undefined)
  return {
    key_alias: known?.alias ?? (token === 'unattributed' ? 'Unattributed' : null),
    team_id: known?.teamId ?? null,
    ...(profile.responseTimeCounters && { user_id: known?.userId ?? null }),
    ...(profile.savingsCounters && { user_email: null }),
    ...(profile.responseTimeCounters && { key_exists: live !== undefined }),
  }
}
