import type { Schema } from './schema.ts'

/** A table whose rows are named by `keys` and count the rest. */
export type CounterTable = {
  name:
    | 'day_cell'
    | 'delta'
    | 'team_hour'
    | 'team_day'
    | 'team_model_hour'
    | 'model_hour'
    | 'model_day'
    | 'team_model_day'
    | 'team_model_week'
    | 'model_bucket'
  keys: readonly string[]
}

function table<Name extends CounterTable['name']>(
  name: Name,
  ...keys: readonly (keyof Schema[Name] & string)[]
): CounterTable {
  return { name, keys }
}

export const dayCell = table('day_cell', 'team', 'day', 'cell')
export const delta = table('delta', 'team', 'day', 'start', 'cell', 'width', 'reason')
export const teamHour = table('team_hour', 'team', 'start', 'reason')
export const teamDay = table('team_day', 'team', 'day', 'reason')
export const teamModelHour = table('team_model_hour', 'team', 'start', 'model')
export const modelHour = table('model_hour', 'start', 'model')
export const modelDay = table('model_day', 'day', 'reason', 'model')
export const teamModelDay = table('team_model_day', 'team', 'day', 'model')
export const teamModelWeek = table('team_model_week', 'team', 'week', 'model')
export const modelBucket = table('model_bucket', 'start', 'width', 'reason', 'model')
