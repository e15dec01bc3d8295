import { z } from 'zod'
import type { LiteLLMErrorKind } from './error-kind.ts'

// Bodies of refusals come as { error: { message, type, param, code } }, { detail: { error } },
// { detail: "…" }, { detail: [ … ] }, a problem document or plain text. They are read to find the kind
// and never kept: messages contain key hashes, and `param` of 1.78 the key itself.
const anything = z.unknown().optional()

const Refusal = z.object({
  error: z
    .object({ type: anything, message: anything, param: anything })
    .optional()
    .catch(undefined),
  detail: z
    .union([z.string(), z.object({ error: anything, message: anything })])
    .optional()
    .catch(undefined),
})

const keyTypes = new Set(['expired_key', 'token_not_found_in_db'])

/** The kind of an answer without success, from its status and its body. */
export function refusalKind(status: number, body: unknown): LiteLLMErrorKind {
  const { type, text } = readRefusal(body)
  // 400 up to 1.83, then 429, then 422: only the type is reliable.
  if (type === 'budget_exceeded') return 'budget'
  if (type === 'no_db_connection') return 'upstream'
  if (keyTypes.has(type)) return 'auth'
  if (saysPartialView(text)) return 'partial_view'
  // The gateway answers 401 to a valid key of the wrong role, too.
  if (type === 'team_member_permission_error' || saysWrongRole(text)) return 'forbidden'
  if (status === 400 && /already exists/i.test(text)) return 'conflict'
  return kindOfStatus(status)
}

function kindOfStatus(status: number): LiteLLMErrorKind {
  if (status >= 300 && status < 400) return 'redirect_refused'
  if (status === 401) return 'auth'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 405) return 'not_found'
  if (status === 407) return 'proxy'
  if (status === 409) return 'conflict'
  if (status === 429) return 'rate_limited'
  if (status >= 400 && status < 500 && status !== 408) return 'rejected'
  return 'upstream'
}

/** The gateway's messages to keys of members and of teams that ask for all teams. */
function saysPartialView(text: string): boolean {
  return /^Only admin users can query all teams|^User does not belong to Team|^User= ?\S* not found/.test(
    text,
  )
}

function saysWrongRole(text: string): boolean {
  return /^(Authentication Error, )?Only proxy admin can/.test(text)
}

function readRefusal(body: unknown): { type: string; text: string } {
  const parsed = Refusal.safeParse(body)
  if (!parsed.success) return { type: '', text: '' }
  const { error, detail } = parsed.data
  const texts = [
    error?.message,
    typeof detail === 'string' ? detail : (detail?.error ?? detail?.message),
  ]
  return {
    type: typeof error?.type === 'string' ? error.type : '',
    text: texts.find((text) => typeof text === 'string') ?? '',
  }
}
