import { Hono } from 'hono'
import type { SpaFile, SpaFiles } from './spa-files.ts'

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

/** The built page: hashed assets for ever, everything else revalidated, page addresses answered by the page. */
export function spaRoutes(files: SpaFiles): Hono {
  const routes = new Hono()
  routes.get('*', (c) => {
    const { path } = c.req
    const file = files.get(path) ?? (isPageAddress(path) ? files.get('/index.html') : undefined)
    if (file === undefined) return c.notFound()
    const headers = headersOf(path, file)
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
    return c.body(file.body, 200, headers)
  })
  return routes
}

function headersOf(path: string, file: SpaFile): Record<string, string> {
  const isPage = file.type.startsWith('text/html')
  const cacheControl = path.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'
  return {
    'content-type': file.type,
    etag: file.etag,
    'cache-control': cacheControl,
    ...(isPage && pageHeaders),
  }
}

/** `/t/latent-lions` is a page, `/logo.png` and `/assets/x` are files. */
function isPageAddress(path: string): boolean {
  return !path.startsWith('/assets/') && !/\.[a-z0-9]+$/i.test(path)
}
