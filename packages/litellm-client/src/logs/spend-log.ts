import { z } from 'zod'
import { Amount, Flag, Label, OptionalKey } from '../schema/fields.ts'

/** One request as the gateway logged it. Not every request has a row, so days are not counted from these. */
export interface SpendLog {
  requestId: string
  startedAtMs: number
  endedAtMs: number | null
  firstTokenAtMs: number | null
  teamId: string | null
  /** The gateway's hash of the key. */
  key: string | null
  /** The public name; null on many failures before 1.99. */
  model: string | null
  underlyingModel: string | null
  provider: string | null
  promptTokens: number
  completionTokens: number
  spendUsd: number
  succeeded: boolean
  /** Answered from the gateway's own response cache. */
  fromCache: boolean
}

const Instant = z.string().transform((text, context) => {
  const at = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`)
  if (!Number.isNaN(at)) return at
  context.addIssue({ code: 'custom', message: 'no instant' })
  return z.NEVER
})

const Spend = Amount.transform((amount) => amount ?? 0)

const Tokens = Amount.refine((count) => Number.isSafeInteger(count ?? 0)).transform(
  (count) => count ?? 0,
)

export const SpendLogRow = z
  .object({
    request_id: z.string(),
    startTime: Instant,
    endTime: Instant.nullish().catch(null),
    completionStartTime: Instant.nullish().catch(null),
    team_id: OptionalKey,
    api_key: OptionalKey,
    model_group: OptionalKey,
    model: OptionalKey,
    custom_llm_provider: Label,
    prompt_tokens: Tokens,
    completion_tokens: Tokens,
    spend: Spend,
    // Null in old rows, which were successes only.
    status: Label,
    cache_hit: Flag,
  })
  .transform((row): SpendLog => ({
    requestId: row.request_id,
    startedAtMs: row.startTime,
    endedAtMs: row.endTime ?? null,
    firstTokenAtMs: row.completionStartTime ?? null,
    teamId: row.team_id,
    key: row.api_key,
    model: row.model_group,
    underlyingModel: row.model,
    provider: row.custom_llm_provider,
    promptTokens: row.prompt_tokens,
    completionTokens: row.completion_tokens,
    spendUsd: row.spend,
    succeeded: row.status !== 'failure',
    fromCache: row.cache_hit,
  }))
