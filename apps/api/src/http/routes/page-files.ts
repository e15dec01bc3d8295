import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { createCompressedAnswer, type CompressedAnswer } from '../cache/compressed-answer.ts'

export type PageFile = { content: CompressedAnswer; type: string }
export type PageFiles = ReadonlyMap<string, PageFile>

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
])

/**
 * Everything the build made, read once. Only what is listed here can be asked for: no path reaches the disk, so
 * none escapes it. The page itself is told where the API is, so that one build serves everywhere.
 */
export function readPageFiles(directory: string, backend: string | null): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const type = types.get(extname(entry.name))
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const content = createCompressedAnswer(
      type.startsWith('text/html') ? withBackend(bytes, backend) : bytes,
    )
    files.set('/' + relative(directory, path).replaceAll('\\', '/'), { content, type })
  }
  return files
}

function withBackend(html: Buffer<ArrayBuffer>, backend: string | null): Buffer<ArrayBuffer> {
  if (backend === null) return html
  const name = '<meta name="podium-backend" content="'
  return Buffer.from(html.toString().replace(name, () => `${name}${backend}`))
}
