import { BudgetRow, Change, Hours, Race, RaceLine, UsageRow } from '@podium/contracts'
import { z } from 'zod'
import { ofUsage, team } from './export-lines.ts'

const changes = Object.fromEntries(
  Object.entries(Change.shape).map(([name, schema]) => [`change_${name}`, schema.optional()]),
)

export const UsageLine = ofUsage.extend({
  kind: UsageRow.shape.kind,
  key: UsageRow.shape.key,
  then_key: UsageRow.shape.then_key,
  label: UsageRow.shape.label,
  share: UsageRow.shape.share,
  priced: UsageRow.shape.priced,
  cache_saving_usd: UsageRow.shape.cache_saving_usd,
  mean_response_ms: UsageRow.shape.mean_response_ms,
  timed_requests: UsageRow.shape.timed_requests,
  ...changes,
})

export const HourLine = z.object({
  weekday: z
    .enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
    .nullable()
    .meta({ description: 'The day of the week in the zone; `null` is what has no known hour.' }),
  hour: z.int().min(0).max(23).nullable().meta({ description: 'The hour of the day there.' }),
  measure: Hours.shape.measure,
  value: z
    .number()
    .nullable()
    .meta({ description: 'The sum; `null` is outside the span, or that nobody watched.' }),
})

export const BudgetLine = BudgetRow.omit({ team: true }).extend(team)

export const RaceTableLine = z.object({
  at: z.iso.datetime().meta({ description: 'The moment.' }),
  ...team,
  rank: RaceLine.shape.rank,
  measure: Race.shape.measure,
  value: z
    .number()
    .nullable()
    .meta({ description: 'What the board said then; `null` is unranked.' }),
  untimed: z
    .boolean()
    .meta({ description: 'Whether something without a known time has joined at this moment.' }),
})
