import { z } from 'zod'
import { Count, Flag, Label } from '../schema/fields.ts'
import { mapOf } from '../schema/map-of.ts'
import { DayMetrics, Metrics } from './counters.ts'
import type { GroupSum, KeySum } from './day-tally.ts'

// Only what is used is read: later releases add fields and maps, older ones lack some.

const Metadata = z.object({ team_alias: Label, key_alias: Label }).nullish().catch(null)

const Sum = { metrics: Metrics, metadata: Metadata }

const Key = z.object(Sum).transform(toKeySum)

const Group = z
  .object({ ...Sum, api_key_breakdown: mapOf(Key).optional() })
  .transform(({ api_key_breakdown: keys, ...sum }): GroupSum & { hasKeys: boolean } => ({
    ...toKeySum(sum),
    keys: keys ?? new Map<string, KeySum>(),
    hasKeys: keys !== undefined,
  }))

export const GroupMap = mapOf(Group)

const Day = z.object({
  date: z.string(),
  metrics: DayMetrics,
  breakdown: z.object({
    entities: GroupMap,
    model_groups: GroupMap.optional(),
    // Names of the underlying models, large, and read only where there are no model groups.
    models: z.unknown().optional(),
    providers: GroupMap.optional(),
    api_keys: GroupMap.optional(),
  }),
})
export type Day = z.infer<typeof Day>

/** The body of `/team/daily/activity` and of its aggregated form. */
export const ActivityAnswer = z.object({
  results: z.array(Day),
  metadata: z.object({
    total_pages: Count,
    has_more: Flag,
    api_key_limit: Count,
    total_api_keys: Count,
  }),
})
export type AnswerMetadata = z.infer<typeof ActivityAnswer>['metadata']

function toKeySum({ metrics, metadata }: z.infer<z.ZodObject<typeof Sum>>): KeySum {
  return {
    alias: metadata?.team_alias ?? metadata?.key_alias ?? null,
    counters: metrics,
  }
}
