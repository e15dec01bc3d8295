import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../apps/web/dist')
const limits = { js: 80_000, css: 12_000, charts: 75_000 }
/** As they are: fonts are compressed already. */
const mostFontBytes = 50_000

/** What the browser loads before the board shows; and nothing from anywhere else. */
export function checkBundleSize(): string | null {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
  // A viewer loads the words of one language: the longest count.
  const languages = /data-words='([^']+)'/.exec(html)?.[1]?.matchAll(/"(\/[^"]+)"/g) ?? []
  const words = [...languages].map(([, path]) => path ?? '')
  const [longest] = words.toSorted((one, other) => zipped(other) - zipped(one))
  const problems: string[] = []
  const loaded = {
    js: withImports([
      ...first.filter((path) => path.endsWith('.js')),
      ...(longest ? [longest] : []),
    ]),
    css: first.filter((path) => path.endsWith('.css')),
  }
  for (const kind of ['js', 'css'] as const) {
    const bytes = loaded[kind].reduce((sum, path) => sum + zipped(path), 0)
    if (bytes > limits[kind])
      problems.push(`${kind}: ${bytes} bytes gzipped, ${limits[kind]} allowed`)
  }
  const fonts = first.filter((path) => path.endsWith('.woff2'))
  const fontBytes = fonts.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0)
  if (fonts.length === 0) problems.push('index.html names no font')
  if (fontBytes > mostFontBytes)
    problems.push(`fonts: ${fontBytes} bytes, ${mostFontBytes} allowed`)
  const charts = readdirSync(join(dist, 'assets')).filter((name) => /^charts-.*\.js$/.test(name))
  if (charts.length > 1) problems.push(`charts: ${charts.length} files instead of one`)
  for (const name of charts) {
    const bytes = zipped(join('assets', name))
    if (bytes > limits.charts)
      problems.push(`charts: ${bytes} bytes gzipped, ${limits.charts} allowed`)
    if (loaded.js.some((path) => path.endsWith(name))) problems.push('the board loads the charts')
  }
  if (words.length === 0) problems.push('index.html names no words')
  const elsewhere = /(?:src|href)="(?:https?:)?\/\//
  if (elsewhere.test(html)) problems.push('index.html loads something from another host')
  const styles = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'))
  for (const name of styles)
    if (/url\((?:["'])?https?:/.test(readFileSync(join(dist, 'assets', name), 'utf8')))
      problems.push(`${name} loads something from another host`)
  return problems.length === 0 ? null : problems.join('\n')
}

/** With what these files import at once; what they load later is not part of it. */
function withImports(paths: readonly string[]): string[] {
  const all = new Set(paths)
  for (const path of all)
    for (const [, name = ''] of readFileSync(join(dist, path), 'utf8').matchAll(
      /(?:from|import)\s*"\.\/([\w-]+\.js)"/g,
    ))
      all.add(`/assets/${name}`)
  return [...all]
}

function zipped(path: string): number {
  return gzipSync(readFileSync(join(dist, path))).length
}
