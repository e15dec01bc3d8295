import { createHash } from 'node:crypto'
import { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { Flag, Label, Limit, Amount } from '../schema/fields.ts'

export interface KeyInfo {
  /** The gateway's hash of the key. */
  key: string
  alias: string | null
  teamId: string | null
  spendUsd: number | null
  maxBudgetUsd: number | null
  expiresAt: string | null
  blocked: boolean
  models: string[]
}

/** The gateway's id of a key. It is computed here so that no secret gets into a URL or an access log. */
export function hashOfKey(key: string): string {
  return key.startsWith('sk-') ? createHash('sha256').update(key).digest('hex') : key
}

export const KeyInfoAnswer = z.object({
  info: z.object({
    key_alias: Label,
    team_id: Label,
    spend: Amount,
    max_budget: Limit,
    expires: Label,
    blocked: Flag,
    models: z.array(z.string()).nullish().catch(null),
    deleted_at: Label,
  }),
})

/** Gateways from 1.105 on still show a deleted key; it counts as unknown. */
export function toKeyInfo(key: string, { info }: z.infer<typeof KeyInfoAnswer>): KeyInfo {
  if (info.deleted_at !== null) throw new LiteLLMError('not_found')
  return {
    key,
    alias: info.key_alias,
    teamId: info.team_id,
    spendUsd: info.spend,
    maxBudgetUsd: info.max_budget,
    expiresAt: info.expires,
    blocked: info.blocked,
    models: info.models ?? [],
  }
}
