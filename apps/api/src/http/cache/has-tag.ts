/**
 * Whether `If-None-Match` names this tag: alone, in a list, as a weak one, or by `*`. Hono's `etag` would read the
 * whole body first.
 */
export function hasTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false
}
