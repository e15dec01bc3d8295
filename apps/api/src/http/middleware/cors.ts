import type { StandardHeaders } from '../security-headers.ts'

const forReading = { 'access-control-expose-headers': 'etag, retry-after, x-podium-demo' }

/** Never with cookies: a page elsewhere shows a token. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers':
    'accept, authorization, cache-control, content-type, if-none-match, last-event-id, x-podium',
  'access-control-max-age': '600',
}

/** The standard headers for each page that may ask, ready made; errors carry them, too. */
export function createCors(origins: readonly string[], standard: StandardHeaders) {
  const plain = { ...standard, vary: 'Origin' }
  const byOrigin = new Map(
    origins.map((origin): [string, StandardHeaders] => [
      origin,
      { ...plain, 'access-control-allow-origin': origin, ...forReading },
    ]),
  )
  return {
    isAllowed: (origin: string): boolean => byOrigin.has(origin),
    headersFor: (origin: string | undefined): StandardHeaders =>
      (origin === undefined ? undefined : byOrigin.get(origin)) ?? plain,
  }
}
