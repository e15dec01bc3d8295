import { proxyError } from '../gateway/answers.ts'
import type { Profile } from '../gateway/profile.ts'

/** The answer of a release without its database. An old one blames the key. */
export function answerWithoutDatabase(isMasterKey: boolean, profile: Profile): Response {
  if (!isMasterKey && profile.release < 84) {
    const message = 'Authentication Error, Error connecting to the database'
    return proxyError(profile, 401, { message, type: 'auth_error' })
  }
  if (profile.release >= 105 || !isMasterKey) {
    return proxyError(profile, 503, { message: 'No connected db.', type: 'no_db_connection' })
  }
  if (profile.release < 84) {
    return new Response('Internal Server Error', {
      status: 500,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const error = { message: 'Internal Server Error', type: 'internal_server_error', param: null }
  return Response.json({ error }, { status: 500 })
}
