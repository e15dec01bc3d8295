import { isLoopback } from './checks.ts'
import type { Settings } from './settings.ts'

/** Where the page finds the API; `null` is where it comes from. The original named its own server, too. */
export function pageBackendOf(settings: Settings): string | null {
  const { VITE_BACKEND_URL, PUBLIC_URL, PORT, VITE_LEADERBOARD_BACKEND_PORT } = settings
  if (VITE_BACKEND_URL === undefined) return null
  const url = new URL(VITE_BACKEND_URL)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const isOwn =
    (isLoopback(url.hostname) && port === (PORT ?? VITE_LEADERBOARD_BACKEND_PORT)) ||
    (PUBLIC_URL !== undefined && url.origin === new URL(PUBLIC_URL).origin)
  return isOwn ? null : url.href.replace(/\/+$/, '')
}
