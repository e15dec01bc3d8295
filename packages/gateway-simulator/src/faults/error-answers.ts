import { refuseExpired } from '../http/authenticate.ts'
import type { Fault, FaultContext } from './fault.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }
const loginPage =
  '<!doctype html><html><head><title>Sign in</title></head><body><form action="/sso">…</form></body></html>'

/** A fault that answers with this status and body, as a gateway or a proxy before it does. */
export function answerWith(
  matrix: string,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Fault {
  return { matrix, respond: () => Response.json(body, { status, headers }) }
}

function page(matrix: string, status: number, text: string): Fault {
  return { matrix, respond: () => new Response(text, { status, headers: html }) }
}

function tooMany(retryAfter: (context: FaultContext) => string): Fault {
  return {
    matrix: 'U6',
    respond: (context) =>
      Response.json(
        { error: { message: 'Rate limited', type: 'throttling_error', param: null, code: '429' } },
        { status: 429, headers: { 'retry-after': retryAfter(context) } },
      ),
  }
}

function redirect(status: number, location: (url: URL) => string): Fault {
  return {
    matrix: 'U14',
    respond: ({ url }) => new Response(null, { status, headers: { location: location(url) } }),
  }
}

const authError = (code: string) => ({
  error: { message: 'Authentication Error', type: 'auth_error', param: 'None', code },
})

export const errorAnswers = {
  /** As if the key had expired a minute ago, in the words of this release. */
  'expired-key': {
    matrix: 'U4',
    respond: ({ profile, nowMs, secret }) => refuseExpired(profile, nowMs - 60_000, nowMs, secret),
  },
  unauthorized: answerWith('U4', 401, authError('401')),
  forbidden: answerWith('U4', 403, authError('403')),
  'not-found': answerWith('U5', 404, { detail: 'Not Found' }),
  'rate-limited-seconds': tooMany(() => '1'),
  'rate-limited-date': tooMany(({ nowMs }) => new Date(nowMs + 2000).toUTCString()),
  'rate-limited-day': tooMany(() => '86400'),
  'rate-limited-garbage': tooMany(() => 'soon'),
  'rate-limited-negative': tooMany(() => '-5'),
  'internal-error': {
    matrix: 'U7',
    respond: () => new Response('Internal Server Error', { status: 500 }),
  },
  'bad-gateway-page': page('U7', 502, '<html><body><h1>502 Bad Gateway</h1></body></html>'),
  'service-unavailable': answerWith('U7', 503, {
    error: { message: 'No connected db.', type: 'no_db_connection', param: null, code: '503' },
  }),
  'gateway-timeout-page': page(
    'U7',
    504,
    '<html><body><h1>504 Gateway Time-out</h1></body></html>',
  ),
  'login-page': page('U8', 200, loginPage),
  'no-content': { matrix: 'U8', respond: () => new Response(null, { status: 204 }) },
  'empty-body': {
    matrix: 'U8',
    respond: () => new Response('', { headers: { 'content-type': 'application/json' } }),
  },
  'redirect-elsewhere': redirect(302, () => 'http://elsewhere.invalid/steal'),
  'redirect-elsewhere-307': redirect(307, () => 'http://elsewhere.invalid/steal'),
  'redirect-loop': redirect(302, (url) => url.pathname + url.search),
  'redirect-file': redirect(302, () => 'file:///etc/hostname'),
} satisfies Record<string, Fault>
