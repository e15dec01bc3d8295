import type { SiteConfig } from '../config/access.ts'

export type Origins = ReturnType<typeof createOrigins>

/** Which pages of other sites may use the API. */
export function createOrigins(site: SiteConfig) {
  const writing = new Set(site.allowedOrigins)
  if (site.publicUrl !== null) writing.add(site.publicUrl.origin)
  const reading = new Set([...writing, ...site.readingOrigins])
  const patterns = site.readingPatterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern.replaceAll('.', String.raw`\.`).replace('*', String.raw`[a-z\d-]+`)}$`,
      ),
  )
  return {
    mayRead: (origin: string): boolean =>
      reading.has(origin) || patterns.some((pattern) => pattern.test(origin)),
    /** `host` is the name of ours that the request carries: our own page comes from there. */
    mayWrite: (origin: string, host: string): boolean =>
      writing.has(origin) || origin === `http://${host}` || origin === `https://${host}`,
  }
}
