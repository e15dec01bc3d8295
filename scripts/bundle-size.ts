import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../apps/web/dist')
const limits = { js: 80_000, css: 12_000 }

/** What the browser loads before the board shows, gzipped; and nothing from anywhere else. */
export function checkBundleSize(): string | null {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
  // A viewer loads the words of one language: the longest count.
  const languages = /data-words='([^']+)'/.exec(html)?.[1]?.matchAll(/"(\/[^"]+)"/g) ?? []
  const words = Math.max(0, ...[...languages].map(([, path]) => zipped(path ?? '')))
  const problems: string[] = []
  for (const kind of ['js', 'css'] as const) {
    const files = first.filter((path) => path.endsWith(`.${kind}`))
    const bytes = files.reduce((sum, path) => sum + zipped(path), kind === 'js' ? words : 0)
    if (bytes > limits[kind])
      problems.push(`${kind}: ${bytes} bytes gzipped, ${limits[kind]} allowed`)
  }
  if (words === 0) problems.push('index.html names no words')
  const elsewhere = /(?:src|href)="(?:https?:)?\/\//
  if (elsewhere.test(html)) problems.push('index.html loads something from another host')
  const styles = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'))
  for (const name of styles)
    if (/url\((?:["'])?https?:/.test(readFileSync(join(dist, 'assets', name), 'utf8')))
      problems.push(`${name} loads something from another host`)
  return problems.length === 0 ? null : problems.join('\n')
}

function zipped(path: string): number {
  return gzipSync(readFileSync(join(dist, path))).length
}
