import type { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { conform } from '../exchange/conform.ts'
import { JsonCursor } from '../exchange/json-cursor.ts'
import { type Breather, createBreather } from '../exchange/next-turn.ts'
import { Dictionary } from '../exchange/tolerant.ts'
import { AnswerMetadata } from './bucket.ts'
import { absentCounters, addMetrics } from './counters.ts'
import { createDayTally, type DayTally } from './day-tally.ts'
import { tallyGroups } from './tally-groups.ts'

/** One answer of an activity route, its rows added up. */
export interface TalliedAnswer {
  tally: DayTally
  metadata: z.infer<typeof AnswerMetadata>
}

/**
 * Reads the body of `/team/daily/activity` and of its aggregated form, asked for one day. It can be
 * tens of megabytes, so it is taken piece by piece, and the event loop is given back in between.
 */
export async function tallyAnswer(body: Buffer, date: string): Promise<TalliedAnswer> {
  const breather = createBreather()
  const cursor = new JsonCursor(body)
  const tally = createDayTally()
  let metadata: TalliedAnswer['metadata'] | undefined
  const seen = new Set<string>()
  for (const name of cursor.members()) {
    mustBeNew(seen, name)
    if (name === 'metadata') metadata = conform(AnswerMetadata, cursor.parse(), 'activity metadata')
    if (name !== 'results') continue
    const days = cursor.elements()
    while (days.next().done !== true) await tallyDay(tally, cursor, date, breather)
  }
  cursor.end()
  if (!seen.has('results') || metadata === undefined) throw incomplete('results or metadata')
  if (metadata.total_pages === null && metadata.has_more) throw incomplete('total_pages')
  return { tally, metadata }
}

async function tallyDay(
  tally: DayTally,
  cursor: JsonCursor,
  date: string,
  breather: Breather,
): Promise<void> {
  const seen = new Set<string>()
  for (const name of cursor.members()) {
    mustBeNew(seen, name)
    if (name === 'date' && cursor.parse() !== date) {
      throw new LiteLLMError('schema', { detail: 'activity of a day that was not asked for' })
    }
    if (name === 'metrics') {
      const metrics = conform(Dictionary, cursor.parse(), 'activity metrics')
      addMetrics(tally.counters, metrics)
      for (const counter of absentCounters(metrics)) tally.absent.add(counter)
    }
    if (name === 'breakdown') await tallyBreakdown(tally, cursor, breather)
  }
  const missing = ['date', 'metrics', 'breakdown'].filter((name) => !seen.has(name))
  if (missing.length > 0) throw incomplete(missing.join(', '))
}

async function tallyBreakdown(
  tally: DayTally,
  cursor: JsonCursor,
  breather: Breather,
): Promise<void> {
  let underlyingModels: JsonCursor | undefined
  const seen = new Set<string>()
  for (const name of cursor.members()) {
    mustBeNew(seen, name)
    if (name === 'models') underlyingModels = cursor.fork()
    if (name === 'model_groups') await tallyGroups(tally.models, cursor, name, breather)
    if (name === 'providers') await tallyGroups(tally.providers, cursor, name, breather)
    if (name === 'api_keys') await tallyGroups(tally.keys, cursor, name, breather)
    if (name === 'entities') {
      const hasKeys = await tallyGroups(tally.teams, cursor, name, breather)
      tally.hasKeyBreakdown &&= hasKeys
    }
  }
  if (!seen.has('entities')) throw incomplete('entities')
  if (seen.has('model_groups')) return
  tally.hasModelGroups = false
  if (underlyingModels !== undefined)
    await tallyGroups(tally.models, underlyingModels, 'models', breather)
}

/** What comes twice would be counted twice. */
function mustBeNew(seen: Set<string>, name: string): void {
  if (seen.has(name)) throw new LiteLLMError('schema', { detail: 'a name that comes twice' })
  seen.add(name)
}

function incomplete(what: string): LiteLLMError {
  return new LiteLLMError('schema', { detail: `activity without ${what}` })
}
