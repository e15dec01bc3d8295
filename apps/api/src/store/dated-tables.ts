import { secondsPerDay } from '../domain/utc-day.ts'

/** Every table that a purge shortens: the column that says when a row was, and how many of its units a day has. */
export const datedTables = [
  ['day_gap', 'day', 1],
  ['day_cell', 'day', 1],
  ['delta', 'day', 1],
  ['fall', 'day', 1],
  ['correction', 'day', 1],
  ['team_day', 'day', 1],
  ['team_model_day', 'day', 1],
  ['team_hour', 'start', secondsPerDay],
  ['team_model_hour', 'start', secondsPerDay],
  ['model_hour', 'start', secondsPerDay],
  ['model_day', 'day', 1],
  ['model_bucket', 'start', secondsPerDay],
  ['team_meter', 'minute', secondsPerDay],
  ['engine_minute', 'start', secondsPerDay],
  ['gpu_minute', 'start', secondsPerDay],
  ['poll', 'started_ms', secondsPerDay * 1000],
  ['spend_watch', 'first_day', 1],
] as const
