import { LiteLLMError } from '../errors/litellm-error.ts'
import { expectShape } from '../schema/expect-shape.ts'
import { ActivityAnswer, type AnswerMetadata, type Day, GroupMap } from './activity-answer.ts'
import { addTally, createDayTally, type DayTally, type GroupSum } from './day-tally.ts'

/** One answer of an activity route, its rows added up. */
export interface TalliedAnswer {
  tally: DayTally
  metadata: AnswerMetadata
}

const readAnswer = expectShape(ActivityAnswer, 'activity')
const readModels = expectShape(GroupMap, 'activity models')

/** Adds up an answer about one day. */
export function tallyAnswer(json: unknown, date: string): TalliedAnswer {
  const { results, metadata } = readAnswer(json)
  if (metadata.total_pages === null && metadata.has_more) {
    throw new LiteLLMError('schema', { detail: 'activity without total_pages' })
  }
  const tally = createDayTally()
  for (const day of results) {
    if (day.date !== date) {
      throw new LiteLLMError('schema', { detail: 'activity of a day that was not asked for' })
    }
    addTally(tally, tallyDay(day))
  }
  return { tally, metadata }
}

function tallyDay({ metrics, breakdown }: Day): DayTally {
  const { entities, model_groups: modelGroups, models, providers, api_keys: keys } = breakdown
  return {
    counters: metrics.counters,
    absent: new Set(metrics.absent),
    teams: entities,
    models: modelGroups ?? readModels(models ?? null),
    providers: providers ?? new Map<string, GroupSum>(),
    keys: keys ?? new Map<string, GroupSum>(),
    hasModelGroups: modelGroups !== undefined,
    hasKeyBreakdown: [...entities.values()].every(({ hasKeys }) => hasKeys),
  }
}
