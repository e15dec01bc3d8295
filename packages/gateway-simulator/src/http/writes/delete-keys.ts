import { z } from 'zod'
import { proxyError, unprocessable } from '../../gateway/answers.ts'
import { applyHappening } from '../../traffic-engine/happenings.ts'
import { hashSecret } from '../../world/identifiers.ts'
import { findKey } from '../../world/world.ts'
import { readBody } from '../body.ts'
import type { GatewayRequest } from '../context.ts'
import { refuseNonAdmin } from '../authorize.ts'

const KeyDeletion = z.object({
  keys: z.array(z.string()).nullish(),
  key_aliases: z.array(z.string()).nullish(),
})

/** `POST /key/delete`, by secret, hash or alias; somebody else's key is simply not found. */
export function deleteKeys({ gateway, body, nowMs, caller, path }: GatewayRequest): Response {
  const { world, profile } = gateway
  const refusal = caller.role === 'internal_user' ? null : refuseNonAdmin(caller, profile, path)
  if (refusal !== null) return refusal
  const parsed = readBody(KeyDeletion, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const named = (parsed.value.keys ?? []).map((key) =>
    key.startsWith('sk-') ? hashSecret(key) : key,
  )
  const aliases = parsed.value.key_aliases ?? []
  const aliased = [...world.keys.values()].filter(
    (key) => key.alias !== null && aliases.includes(key.alias),
  )
  const tokens = [...named, ...aliased.map((key) => key.token)]
  const found = tokens.filter((token) => {
    const key = findKey(world, token)
    return key !== undefined && (caller.role === 'proxy_admin' || key.userId === caller.user?.id)
  })
  if (found.length === 0) {
    return proxyError(profile, 404, { message: "{'error': 'No keys found'}" })
  }
  for (const token of found) applyHappening(world, { kind: 'delete key', token }, nowMs)
  return Response.json({
    deleted_keys: parsed.value.keys?.length ? parsed.value.keys : aliases,
  })
}
