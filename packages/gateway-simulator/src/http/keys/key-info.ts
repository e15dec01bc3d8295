import { proxyError, unprocessable } from '../../gateway/answers.ts'
import { hashSecret } from '../../world/identifiers.ts'
import type { Key } from '../../world/records.ts'
import { findKey } from '../../world/world.ts'
import { seesEverything } from '../context.ts'
import type { GatewayRequest } from '../context.ts'
import { readIntegers } from '../query.ts'
import { viewKeyInfo } from './key-info-view.ts'
import { viewKey } from './key-view.ts'

/** `GET /key/info`: a secret or a hash, else the caller's own key; team mates may read each other's. */
export function answerKeyInfo({ gateway, query, caller, nowMs }: GatewayRequest): Response {
  const { world, profile } = gateway
  const asked = query.get('key')
  const token = asked?.startsWith('sk-') ? hashSecret(asked) : (asked ?? caller.token)
  const key = profile.deletedKeysAreTold ? world.keys.get(token) : findKey(world, token)
  if (key === undefined) {
    const message = 'Key not found in database'
    return proxyError(profile, 404, { message, type: 'not_found_error', param: 'key' })
  }
  if (!seesEverything(caller) && !isSharedWith(key, caller)) {
    return proxyError(profile, 403, {
      message: 'You are not allowed to access this key',
      type: 'auth_error',
      param: 'key',
    })
  }
  return Response.json({ key: asked ?? token, info: viewKeyInfo(key, profile, nowMs) })
}

function isSharedWith(key: Key, caller: GatewayRequest['caller']): boolean {
  if (key.token === caller.token) return true
  if (key.userId !== null && key.userId === caller.user?.id) return true
  const teams = [...(caller.user?.teamIds ?? []), caller.key?.teamId]
  return key.teamId !== null && teams.includes(key.teamId)
}

/** `GET /key/list`: hashes, a page at a time; others than administrators see their own. */
export function listKeys({ gateway, query, caller }: GatewayRequest): Response {
  const { world, profile } = gateway
  const pages = readIntegers(query, [
    { name: 'page', fallback: 1, least: 1 },
    { name: 'size', fallback: 10, least: 1, most: 100 },
  ])
  if (!pages.ok) return unprocessable(profile, pages.problems)
  const [page = 1, size = 10] = pages.value
  const teamId = query.get('team_id')
  const alias = query.get('key_alias')
  const userId = seesEverything(caller) ? query.get('user_id') : (caller.user?.id ?? '')
  const keys = [...world.keys.values()].filter(
    (key) =>
      key.deletedAtMs === null &&
      (teamId === null || key.teamId === teamId) &&
      (alias === null || key.alias === alias) &&
      (userId === null || key.userId === userId),
  )
  const shown = keys.slice((page - 1) * size, page * size)
  const isFull = query.get('return_full_object') === 'true'
  return Response.json({
    keys: shown.map((key) => (isFull ? { token: key.token, ...viewKey(key, profile) } : key.token)),
    total_count: keys.length,
    current_page: page,
    total_pages: Math.ceil(keys.length / size),
  })
}
