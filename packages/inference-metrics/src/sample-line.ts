export type Sample = {
  name: string
  labels: ReadonlyMap<string, string>
  /** May be NaN or ±Infinity: engines print both. */
  value: number
}

/** `null` for a line that is no sample. A timestamp or an exemplar behind the value is left out. */
export function parseSampleLine(line: string): Sample | null {
  const open = /^[^\s{]+|^(?=\{)/.exec(line)
  if (open === null) return null
  let name = open[0]
  let at = name.length
  const labels = new Map<string, string>()
  if (line[at] === '{') {
    const end = readLabels(line, at + 1, labels)
    if (end === null) return null
    at = end
    const quoted = labels.get('')
    if (name === '' && quoted !== undefined) name = quoted
    labels.delete('')
  }
  const value = parseValue(/^\s+(\S+)/.exec(line.slice(at))?.[1])
  return name === '' || value === null ? null : { name, labels, value }
}

/** Fills `labels` and returns the index behind the closing brace. A quoted metric name is kept under ''. */
function readLabels(line: string, from: number, labels: Map<string, string>): number | null {
  const token =
    /\s*(?:(\})|([^\s=",{}]+)\s*=\s*"((?:[^"\\]|\\.)*)"|"((?:[^"\\]|\\.)*)"(\s*=\s*"((?:[^"\\]|\\.)*)")?)\s*,?/y
  token.lastIndex = from
  for (;;) {
    const match = token.exec(line)
    if (match === null) return null
    const [, close, bare, bareValue, quoted, assigned, quotedValue] = match
    if (close !== undefined) return line.indexOf('}', token.lastIndex - match[0].length) + 1
    if (bare !== undefined) labels.set(bare, unescape(bareValue ?? ''))
    else if (assigned === undefined) labels.set('', unescape(quoted ?? ''))
    else labels.set(unescape(quoted ?? ''), unescape(quotedValue ?? ''))
  }
}

/** An unknown escape keeps its backslash, as the format says. */
function unescape(text: string): string {
  if (!text.includes('\\')) return text
  return text.replaceAll(/\\(["\\n])/g, (_, char: string) => (char === 'n' ? '\n' : char))
}

const named = new Map([
  ['+inf', Infinity],
  ['inf', Infinity],
  ['-inf', -Infinity],
  ['nan', Number.NaN],
  ['+nan', Number.NaN],
  ['-nan', Number.NaN],
])

function parseValue(text: string | undefined): number | null {
  if (text === undefined) return null
  const word = named.get(text.toLowerCase())
  if (word !== undefined) return word
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null
}
