import { z } from 'zod'
import { Coverage } from './compat.ts'

const count = z.int().min(0)

export const TokensModel = z.object({
  model_name: z.string(),
  total_tokens: count,
  prompt_tokens: count,
  completion_tokens: count,
})
export type TokensModel = z.infer<typeof TokensModel>

export const TokensKey = z.object({
  /** Our public id, never the gateway's hash. */
  api_key: z.string(),
  key_alias: z.string().nullable(),
  models: z.array(TokensModel),
})
export type TokensKey = z.infer<typeof TokensKey>

export const TokensTeam = z.object({
  name: z.string(),
  tokens: count,
  team_id: z.string(),
  breakdown: z.object({ api_keys: z.array(TokensKey) }),
})
export type TokensTeam = z.infer<typeof TokensTeam>

/** `GET /tokens`, most tokens first. */
export const Tokens = z.object({
  teams: z.array(TokensTeam),
  coverage: Coverage,
})
export type Tokens = z.infer<typeof Tokens>
