import { parse, serialize } from 'hono/utils/cookie'
import type { SiteConfig } from '../config/access.ts'
import type { Arrival } from './arrival.ts'

export type SessionCookie = ReturnType<typeof createSessionCookie>

/** `__Host-` keeps other names of the same site from planting one; only https may have it. */
export function createSessionCookie(publicUrl: SiteConfig['publicUrl']) {
  const secureHost = publicUrl?.protocol === 'https:' ? publicUrl.host : null
  const isSecure = (host: string | null) => host !== null && host === secureHost
  const nameFor = (host: string | null) => (isSecure(host) ? '__Host-podium' : 'podium')
  return {
    read: ({ headers, host }: Pick<Arrival, 'headers' | 'host'>): string | null => {
      const name = nameFor(host)
      return parse(headers.get('cookie') ?? '', name)[name] ?? null
    },
    /** For `Set-Cookie`; no seconds take it away. */
    write: ({ host }: Pick<Arrival, 'host'>, value: string, seconds: number): string =>
      serialize(nameFor(host), value, {
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        maxAge: seconds,
        secure: isSecure(host),
      }),
  }
}
