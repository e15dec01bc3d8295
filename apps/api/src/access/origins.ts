import type { SiteConfig } from '../config/access.ts'

export type Origins = ReturnType<typeof createOrigins>

/** Which pages of other sites may use the API. */
export function createOrigins(site: SiteConfig) {
  const writing = new Set(site.allowedOrigins)
  if (site.publicUrl !== null) writing.add(site.publicUrl.origin)
  return {
    /** Those that may read. */
    reading: [...new Set([...writing, ...site.readingOrigins])],
    /** `host` is the name of ours that the request carries: our own page comes from there. */
    mayWrite: (origin: string, host: string): boolean =>
      writing.has(origin) || origin === `http://${host}` || origin === `https://${host}`,
  }
}
