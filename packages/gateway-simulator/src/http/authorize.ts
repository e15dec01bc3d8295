import { proxyError } from '../gateway/answers.ts'
import type { Profile } from '../gateway/profile.ts'
import type { Caller } from './authenticate.ts'

/** The error answer to a caller who is no administrator; null for administrators. */
export function refuseNonAdmin(caller: Caller, profile: Profile, path: string): Response | null {
  if (caller.role === 'proxy_admin') return null
  if (caller.role === 'proxy_admin_viewer') return refuseViewer(profile, path)
  const role = caller.role === 'no user' ? 'unknown' : caller.role
  return proxyError(profile, 401, {
    message: `Authentication Error, Only proxy admin can be used to generate, delete, update info for new keys/users/teams. Route=${path}. Your role=${role}. Your user_id=${maskUser(caller, profile)}`,
    type: 'auth_error',
  })
}

export function refuseViewer(profile: Profile, path: string): Response {
  return proxyError(profile, 403, {
    message: `user not allowed to access this route, role= proxy_admin_viewer. Trying to access: ${path}`,
    type: 'auth_error',
  })
}

function maskUser({ user }: Caller, profile: Profile): string {
  const id = user?.id ?? 'unknown'
  if (user === null && profile.release < 99) return id
  if (id.length <= 8) return '*'.repeat(id.length)
  return `${id.slice(0, 6)}${'*'.repeat(id.length - 8)}${id.slice(-2)}`
}

const infoRoutes = [
  '/key/info',
  '/key/list',
  '/team/info',
  '/team/list',
  '/v2/team/list',
  '/user/info',
  '/model/info',
  '/v1/model/info',
  '/model_group/info',
  '/v1/models',
  '/health/readiness/details',
]

/** What a key's `allowed_routes` may name besides paths. */
const routeGroups: Record<string, readonly string[]> = {
  info_routes: infoRoutes,
  llm_api_routes: ['/v1/models', '/v1/chat/completions', '/chat/completions', '/model_group/info'],
  management_routes: [...infoRoutes, '/team/*', '/key/*', '/user/*'],
}

/** The error answer to a key whose `allowed_routes` exclude this path; null where it may use it. */
export function refuseOtherRoutes(
  { key }: Caller,
  profile: Profile,
  path: string,
): Response | null {
  if (key === null || key.allowedRoutes.length === 0) return null
  const allowed = key.allowedRoutes.flatMap((route) => routeGroups[route] ?? [route])
  const isAllowed = allowed.some((route) =>
    route.endsWith('/*') ? path.startsWith(route.slice(0, -1)) : route === path,
  )
  if (isAllowed) return null
  if (profile.allowedRoutesStatus === 500) {
    return new Response('Internal Server Error', {
      status: 500,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const shown = `[${key.allowedRoutes.map((route) => `'${route}'`).join(', ')}]`
  return Response.json(
    {
      detail: `Virtual key is not allowed to call this route. Only allowed to call routes: ${shown}. Tried to call route: ${path}`,
    },
    { status: 403 },
  )
}
