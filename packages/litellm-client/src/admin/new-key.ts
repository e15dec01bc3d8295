import { z } from 'zod'
import { Label } from '../schema/fields.ts'
import { budget, dropUndefined, whole } from './request-body.ts'

export interface NewKey {
  /** Unique over the whole gateway; a taken one is a `conflict`. */
  alias?: string | undefined
  /** The gateway does not check it: it makes a key for a team that does not exist, too. */
  teamId?: string | undefined
  /** A secret that we choose, `sk-…`: then the request can be repeated when its answer was lost. */
  secret?: string | undefined
  models?: readonly string[] | undefined
  maxBudgetUsd?: number | undefined
  /** Life span as the gateway writes it, such as `10h`. */
  duration?: string | undefined
  tokensPerMinute?: number | undefined
  requestsPerMinute?: number | undefined
  maxParallelRequests?: number | undefined
  /** `llm_api` may call models and nothing else. */
  keyType?: 'default' | 'llm_api' | 'management' | 'read_only' | undefined
  metadata?: Readonly<Record<string, unknown>> | undefined
}

export interface CreatedKey {
  /** The only time the gateway shows it. */
  secret: string
  /** The hash by which activity names the key. */
  key: string
  alias: string | null
  teamId: string | null
  expiresAt: string | null
}

/** Never has a `user_id`: the key would get the role of that user. */
export function keyBody(key: NewKey): Record<string, unknown> {
  return dropUndefined({
    key_alias: key.alias,
    team_id: key.teamId,
    key: key.secret,
    models: key.models,
    max_budget: budget(key.maxBudgetUsd),
    duration: key.duration,
    tpm_limit: whole(key.tokensPerMinute, 'tokensPerMinute'),
    rpm_limit: whole(key.requestsPerMinute, 'requestsPerMinute'),
    max_parallel_requests: whole(key.maxParallelRequests, 'maxParallelRequests'),
    key_type: key.keyType,
    metadata: key.metadata,
  })
}

export const CreatedKeyAnswer = z
  .object({
    key: z.string().min(1),
    token: z.string().min(1),
    key_alias: Label,
    team_id: Label,
    expires: Label,
  })
  .transform((answer): CreatedKey => ({
    secret: answer.key,
    key: answer.token,
    alias: answer.key_alias,
    teamId: answer.team_id,
    expiresAt: answer.expires,
  }))
