import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'

type File = { headers: IncomingHttpHeaders; body: Buffer }

/** The board as it stands in the page, without a script: what comes of its HTML, styles and typeface alone. */
export async function serveFinishedBoard(
  page: Page,
  product: string,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const html = gzipSync(await page.evaluate<string>(withoutScripts))
  const files = new Map<string, Promise<File>>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
      })
      response.end(html)
      return
    }
    const file = files.get(path) ?? fetchAsItIs(product + path, request.headers['accept-encoding'])
    files.set(path, file)
    file.then(
      ({ headers, body }) => {
        const { 'content-type': type, 'content-encoding': encoding } = headers
        if (type !== undefined) response.setHeader('content-type', type)
        if (encoding !== undefined) response.setHeader('content-encoding', encoding)
        response.end(body)
      },
      () => response.writeHead(502).end(),
    )
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const port = typeof at === 'object' ? at?.port : undefined
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** In the bytes that go over the wire. */
function fetchAsItIs(url: string, encodings: string | string[] | undefined): Promise<File> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encodings ?? '' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

const withoutScripts = `(() => {
  const root = document.documentElement.cloneNode(true)
  for (const element of root.querySelectorAll('script, link[rel=modulepreload]')) element.remove()
  return '<!doctype html>' + root.outerHTML
})()`
