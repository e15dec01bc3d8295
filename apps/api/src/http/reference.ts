import { describeApi, routeName, type Examples } from './openapi/describe-api.ts'
import { operationId } from './openapi/operation.ts'
import made from './openapi/examples.json' with { type: 'json' }
import { curlLine } from './reference/curl-line.ts'
import { referencePage } from './reference/page.ts'
import { style } from './reference/style.ts'
import { rawRoute, type Route } from './routes/route.ts'
import { pageHeaders } from './routes/page.ts'

const examples: Examples = made

/** The table describes itself: to programs, and to people. */
export function referenceRoutes(table: () => readonly Route[], version: string): Route[] {
  const document = once(() => describeApi(table(), version, examples))
  const json = once(() => JSON.stringify(document()))
  const page = once(() => {
    const curls = table().map((route): [string, string] => {
      const asked = examples[routeName(route)]?.path
      return [operationId(route), curlLine(route, asked)]
    })
    return referencePage(document(), new Map(curls))
  })
  return [
    described('/openapi.json', 'This API as an OpenAPI 3.1 document', 'application/json', json),
    described('/docs', 'This API as a page', 'text/html', page),
    described('/docs/style.css', 'How that page looks', 'text/css', () => style),
  ]
}

function described(path: `/${string}`, summary: string, type: string, body: () => string): Route {
  return rawRoute({
    method: 'GET',
    path,
    access: 'anyone',
    tag: 'reference',
    summary,
    answers: { 200: { description: 'Always the same for one release.', type } },
    handle: (c) =>
      c.body(body(), 200, { ...pageHeaders, 'content-type': `${type}; charset=utf-8` }),
  })
}

function once<T>(make: () => T): () => T {
  let kept: { value: T } | undefined
  return () => (kept ??= { value: make() }).value
}
