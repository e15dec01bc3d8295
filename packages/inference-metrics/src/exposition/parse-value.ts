const words = new Map([
  ['+inf', Infinity],
  ['inf', Infinity],
  ['-inf', -Infinity],
  ['nan', Number.NaN],
  ['+nan', Number.NaN],
  // Old llama.cpp servers print it.
  ['-nan', Number.NaN],
])

/** `null` for what is no number. Hexadecimal and `1_000` are none. */
export function parseValue(text: string): number | null {
  for (let at = 0; at < text.length; at += 1)
    if (!isOfNumber(text.charCodeAt(at))) return words.get(text.toLowerCase()) ?? null
  const value = Number(text)
  return text === '' || Number.isNaN(value) ? null : value
}

/** A digit, or one of `+ - . e E`. */
function isOfNumber(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    code === 43 ||
    code === 45 ||
    code === 46 ||
    code === 69 ||
    code === 101
  )
}
