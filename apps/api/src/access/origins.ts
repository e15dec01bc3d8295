import type { SiteConfig } from '../config/access.ts'

export type Origins = ReturnType<typeof createOrigins>

/** Which pages may ask. */
export function createOrigins(site: SiteConfig) {
  const writing = new Set(site.allowedOrigins)
  if (site.publicUrl !== null) writing.add(site.publicUrl.origin)
  return {
    /** Pages elsewhere that may read. */
    reading: [...new Set([...writing, ...site.readingOrigins])],
    /** `host` is the allowed name under which we were asked: our own page writes from there. */
    mayWrite: (origin: string, host: string): boolean =>
      writing.has(origin) || origin === `http://${host}` || origin === `https://${host}`,
  }
}
