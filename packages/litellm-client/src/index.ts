export { createLiteLLMClient } from './client.ts'
export type { LiteLLMClient, LiteLLMClientOptions } from './client.ts'
export { createLiteLLMAdmin } from './admin/admin.ts'
export type { LiteLLMAdmin, LiteLLMAdminOptions } from './admin/admin.ts'
export { hashOfKey } from './admin/key-info.ts'
export type { KeyInfo } from './admin/key-info.ts'
export type { CreatedKey, NewKey } from './admin/new-key.ts'
export type { NewTeam } from './admin/new-team.ts'
export type { Cancellable, ConnectionOptions } from './settings/options.ts'
export { connectionFailure } from './errors/connection-failure.ts'
export { refusalKind } from './errors/refusal.ts'
export { LiteLLMError } from './errors/litellm-error.ts'
export type { LiteLLMErrorKind } from './errors/error-kind.ts'
export type { Team } from './teams/team.ts'
export type { TeamList } from './teams/list-teams.ts'
export type { ActivityQuery } from './activity/daily-activity.ts'
export type { CounterName, Counters } from './activity/counters.ts'
export type {
  DailyActivity,
  DayActivity,
  DaySource,
  KeyActivity,
  ModelActivity,
  ProviderActivity,
  TeamActivity,
} from './activity/day-activity.ts'
export type { ActivityNote, ActivityNoteKind } from './activity/notes.ts'
export type { ModelPrice } from './prices/model-price.ts'
export type { SpendLog } from './logs/spend-log.ts'
export type { SpendLogPage, SpendLogWindow } from './logs/read-spend-logs.ts'
export type { Readiness } from './health/readiness.ts'
