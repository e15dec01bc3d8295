import type { IncomingHttpHeaders } from 'node:http'
import type { SiteConfig } from '../config/access.ts'

export type SessionCookie = ReturnType<typeof createSessionCookie>

/** `__Host-` keeps other names of the same site from planting one; only https may have it. */
export function createSessionCookie(publicUrl: SiteConfig['publicUrl']) {
  const secureHost = publicUrl?.protocol === 'https:' ? publicUrl.host : null
  const isSecure = (headers: IncomingHttpHeaders) => headers.host === secureHost
  const nameFor = (headers: IncomingHttpHeaders) => (isSecure(headers) ? '__Host-podium' : 'podium')
  return {
    read: (headers: IncomingHttpHeaders): string | null => {
      const { cookie } = headers
      if (cookie === undefined) return null
      const start = `${nameFor(headers)}=`
      const found = cookie
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(start))
      return found?.slice(start.length) ?? null
    },
    /** For `Set-Cookie`; no seconds take it away. */
    write: (headers: IncomingHttpHeaders, value: string, seconds: number): string =>
      [
        `${nameFor(headers)}=${value}`,
        'Path=/',
        'HttpOnly',
        'SameSite=Strict',
        `Max-Age=${seconds}`,
        ...(isSecure(headers) ? ['Secure'] : []),
      ].join('; '),
  }
}
