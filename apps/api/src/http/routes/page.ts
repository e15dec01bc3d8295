import { Hono } from 'hono'
import { tryDecode } from 'hono/utils/url'
import { chooseCoding } from '../cache/choose-coding.ts'
import { sendAnswer } from '../cache/send-answer.ts'
import type { Served } from '../served.ts'
import type { PageFiles } from './page-files.ts'

/**
 * Of every page that is served: nothing from elsewhere but answers of its backend, nothing inline.
 * @internal The walk serves its pages with them too.
 */
export function pagePolicy(backend: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${backend === null ? '' : ` ${new URL(backend).origin}`}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** What is not compressed already. */
const compressible = /^(?:text\/|image\/svg|application\/(?:json|manifest))/

/**
 * The built page: hashed assets for ever, everything else revalidated, page addresses answered by the page. Hono's
 * `serveStatic` knows no 304, so a page that is revalidated would be sent anew each time.
 */
export function pageRoutes(files: PageFiles, backend: string | null): Hono<Served> {
  const policy = pagePolicy(backend)
  const routes = new Hono<Served>()
  routes.get('*', async (c) => {
    const { path } = c.req
    const file = files.get(path) ?? (isPageAddress(path) ? files.get('/index.html') : undefined)
    if (file === undefined) return c.notFound()
    const { content, type } = file
    const accepted = compressible.test(type) ? c.req.header('accept-encoding') : undefined
    const coding = chooseCoding(accepted, content.isSmall) ?? 'identity'
    const isAsset = path.startsWith('/assets/')
    const cacheControl = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache'
    if (type.startsWith('text/html')) c.header('content-security-policy', policy)
    return sendAnswer(c, { answer: content, coding, type, cacheControl })
  })
  return routes
}

/** `/t/latent-lions` is a page; `/logo.png` and `/assets/x` are files, `/API//x` and `/api%2fx` are the API's. */
function isPageAddress(path: string): boolean {
  return (
    !/^\/(?:assets\/|(?:api|tokens)(?:\/|$))/.test(asMeant(path)) && !/\.[a-z0-9]+$/i.test(path)
  )
}

function asMeant(path: string): string {
  return tryDecode(path, decodeURIComponent)
    .replaceAll(/[\\/]+/g, '/')
    .toLowerCase()
}
