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

const kindOfType = new Map<string, LiteLLMErrorKind>([
  // 400 up to 1.83, then 429, then 422: only the type is reliable.
  ['budget_exceeded', 'budget'],
  // 400 up to 1.81, then 401.
  ['expired_key', 'expired_key'],
  ['no_db_connection', 'no_database'],
  ['token_not_found_in_db', 'auth'],
  ['team_member_permission_error', 'forbidden'],
])

/** The kind of an answer without success, from its status and its body. */
export function refusalKind(status: number, body: unknown): LiteLLMErrorKind {
  const { type, text } = readRefusal(body)
  const kind = kindOfType.get(type)
  if (kind !== undefined) return kind
  if (saysPartialView(text)) return 'partial_view'
  if (saysViewerRole(text)) return 'viewer_refused'
  // The gateway answers 401 to a valid key of the wrong role, too, and old ones without their database to every key.
  if (saysWrongRole(text)) return 'forbidden'
  if (saysNoDatabase(text)) return 'no_database'
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

/** Up to 1.77 of the activity, up to 1.83 of the logs. */
function saysViewerRole(text: string): boolean {
  return /^user not allowed to access this route, role= ?proxy_admin_viewer/.test(text)
}

function saysNoDatabase(text: string): boolean {
  return /^Authentication Error, .*(reach database server|not connected to the query engine|All connection attempts failed|connecting to the database)/i.test(
    text,
  )
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
