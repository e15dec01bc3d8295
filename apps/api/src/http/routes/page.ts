import { Hono } from 'hono'
import { hasTag } from '../cache/has-tag.ts'
import { createNegotiator, type Coding } from '../cache/choose-coding.ts'
import type { Served } from './route.ts'
import type { SpaFile, SpaFiles } from './page-files.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Of every page that is served: nothing from elsewhere, nothing inline. */
export const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cache-control': 'no-cache',
}

/** What is not packed already. */
const packable = /^(?:text\/|image\/svg|application\/(?:json|manifest))/

/** The built page: hashed assets for ever, everything else revalidated, page addresses answered by the page. */
export function spaRoutes(files: SpaFiles): Hono<Served> {
  const routes = new Hono<Served>()
  const negotiate = createNegotiator()
  routes.get('*', async (c) => {
    const { path } = c.req
    const file = files.get(path) ?? (isPageAddress(path) ? files.get('/index.html') : undefined)
    if (file === undefined) return c.notFound()
    const { kept, type } = file
    const accepted = c.req.header('accept-encoding')
    const coding = packable.test(type)
      ? (negotiate(accepted, kept.isSmall) ?? 'identity')
      : 'identity'
    const vary = c.env.outgoing.getHeader('vary')?.toString()
    const headers = headersOf(path, file, { coding, vary })
    if (hasTag(c.req.header('if-none-match'), kept.etag(coding))) return c.body(null, 304, headers)
    return c.body(new Uint8Array(await kept.body(coding)), 200, headers)
  })
  return routes
}

function headersOf(
  path: string,
  { kept, type }: SpaFile,
  { coding, vary }: { coding: Coding; vary: string | undefined },
): Record<string, string> {
  const isPage = type.startsWith('text/html')
  const cacheControl = path.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'
  return {
    'content-type': type,
    etag: kept.etag(coding),
    vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`,
    'cache-control': cacheControl,
    ...(coding !== 'identity' && { 'content-encoding': coding }),
    ...(isPage && pageHeaders),
  }
}

/** `/t/latent-lions` is a page, `/logo.png` and `/assets/x` are files. */
function isPageAddress(path: string): boolean {
  return !path.startsWith('/assets/') && !/\.[a-z0-9]+$/i.test(path)
}
