import { z } from 'zod'
import { Dictionary, Flag, Label, Told } from '../exchange/tolerant.ts'

// Only what is used is read: later releases add fields and maps, older ones lack some.

export const Metadata = z.object({ team_alias: Label, key_alias: Label }).nullish().catch(null)

/** A sum over rows, of one key within a team or a model. */
export const KeyBucket = z.object({ metrics: Dictionary, metadata: Metadata })

/** What an answer says about itself. */
export const AnswerMetadata = z.object({
  total_pages: Told,
  has_more: Flag,
  api_key_limit: Told,
  total_api_keys: Told,
})
