import type { Labels } from './exposition.ts'

/** `name` is a metric name that stands quoted between the braces. */
export type LabelBlock = { name: string | null; labels: Labels }

/** Reads what stands between two braces; `null` when that is no list of labels. Values are kept to `longest` characters. */
export function parseLabels(text: string, longest: number): LabelBlock | null {
  const labels = new Map<string, string>()
  let name: string | null = null
  let at = skipBlanks(text, 0)
  while (at < text.length) {
    const key = readKey(text, at)
    if (key === null) return null
    at = skipBlanks(text, key.end)
    if (text[at] === '=') {
      at = skipBlanks(text, at + 1)
      const value = readQuoted(text, at)
      if (value === null) return null
      labels.set(key.text, value.text.slice(0, longest))
      at = skipBlanks(text, value.end)
    } else if (key.isQuoted && name === null) name = key.text
    else return null
    if (at === text.length) break
    if (text[at] !== ',') return null
    at = skipBlanks(text, at + 1)
  }
  return { name, labels }
}

type Token = { text: string; end: number }

function readKey(text: string, at: number): (Token & { isQuoted: boolean }) | null {
  if (text[at] === '"') {
    const quoted = readQuoted(text, at)
    return quoted === null ? null : { ...quoted, isQuoted: true }
  }
  let end = at
  while (end < text.length && !' \t=",{}'.includes(text.charAt(end))) end += 1
  return end === at ? null : { text: text.slice(at, end), end, isQuoted: false }
}

function readQuoted(text: string, at: number): Token | null {
  if (text[at] !== '"') return null
  let end = text.indexOf('"', at + 1)
  if (end === -1) return null
  const value = text.slice(at + 1, end)
  if (!value.includes('\\')) return { text: value, end: end + 1 }
  end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  if (end >= text.length) return null
  return { text: unescape(text.slice(at + 1, end)), end: end + 1 }
}

/** An unknown escape keeps its backslash, as the format says. */
function unescape(text: string): string {
  return text.replaceAll(/\\(["\\n])/g, (_, char: string) => (char === 'n' ? '\n' : char))
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}
