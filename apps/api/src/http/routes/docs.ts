import { describeApi, type Examples } from '../openapi/describe-api.ts'
import made from '../openapi/examples.json' with { type: 'json' }
import { referencePage, referencePolicy } from '../reference/page.ts'
import { theme } from '../reference/theme.ts'
import { rawRoute, type Route } from './route.ts'

const examples: Examples = made

/** The table describes itself: to programs, and to people. */
export function docsRoutes(table: () => readonly Route[], version: string): Route[] {
  let written: string | undefined
  const document = () => (written ??= JSON.stringify(describeApi(table(), version, examples)))
  return [
    described('/openapi.json', 'This API as an OpenAPI 3.1 document', 'application/json', document),
    described('/docs', 'This API as a page', 'text/html', referencePage),
    described('/docs/style.css', 'How that page looks', 'text/css', () => theme),
  ]
}

function described(
  path: `/${string}`,
  summary: string,
  type: string,
  body: () => string | Promise<string>,
): Route {
  return rawRoute({
    method: 'GET',
    path,
    access: 'anyone',
    tag: 'reference',
    summary,
    answers: { 200: { description: 'The same in every Podium of this version.', type } },
    handle: async (c) =>
      c.body(await body(), 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-cache',
        'content-security-policy': referencePolicy,
      }),
  })
}
