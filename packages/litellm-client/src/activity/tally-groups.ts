import type { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { conform } from '../exchange/conform.ts'
import type { JsonCursor } from '../exchange/json-cursor.ts'
import type { Breather } from '../exchange/next-turn.ts'
import { Dictionary } from '../exchange/tolerant.ts'
import { KeyBucket, Metadata } from './bucket.ts'
import { addMetrics, noCounters } from './counters.ts'
import type { KeyActivity } from './day-activity.ts'
import type { Group } from './day-tally.ts'

/** Adds the map at hand, id → sum over rows; says whether all of its sums are told by key, too. */
export async function tallyGroups(
  groups: Map<string, Group>,
  cursor: JsonCursor,
  what: string,
  breather: Breather,
): Promise<boolean> {
  let haveKeys = true
  for (const id of cursor.members()) {
    const group = groups.get(id) ?? {
      alias: null,
      counters: noCounters(),
      keys: new Map<string, KeyActivity>(),
    }
    groups.set(id, group)
    const hasKeys = await tallyGroup(group, cursor, what, breather)
    haveKeys &&= hasKeys
    if (breather.isDue()) await breather.rest()
  }
  return haveKeys
}

async function tallyGroup(
  group: Group,
  cursor: JsonCursor,
  what: string,
  breather: Breather,
): Promise<boolean> {
  let hasMetrics = false
  let hasKeys = false
  for (const name of cursor.members()) {
    if (name === 'metrics') {
      addMetrics(group.counters, conform(Dictionary, cursor.parse(), `${what} metrics`))
      hasMetrics = true
    }
    if (name === 'metadata') group.alias ??= aliasOf(conform(Metadata, cursor.parse(), what))
    if (name === 'api_key_breakdown') {
      await tallyKeys(group.keys, cursor, `${what} keys`, breather)
      hasKeys = true
    }
  }
  if (!hasMetrics) throw new LiteLLMError('schema', { detail: `${what} without metrics` })
  return hasKeys
}

async function tallyKeys(
  keys: Map<string, KeyActivity>,
  cursor: JsonCursor,
  what: string,
  breather: Breather,
): Promise<void> {
  for (const id of cursor.members()) {
    const { metrics, metadata } = conform(KeyBucket, cursor.parse(), what)
    const entry = keys.get(id) ?? { key: id, alias: aliasOf(metadata), counters: noCounters() }
    keys.set(id, entry)
    addMetrics(entry.counters, metrics)
    if (breather.isDue()) await breather.rest()
  }
}

function aliasOf(metadata: z.infer<typeof Metadata>): string | null {
  return metadata?.team_alias ?? metadata?.key_alias ?? null
}
