import type { Text } from './gather-texts.ts'

type Line = Text['lines'][number]

/** Less than this is the rounding of the browser. */
const tolerance = 1
const nonsense = /\b(NaN|undefined|Infinity|null)\b|\[object /

/** What somebody who reads these texts would stumble over. */
export function judgeTexts(texts: readonly Text[]): string[] {
  const cut = texts
    .filter((text) => text.cut > tolerance && (text.isNumber || !text.isTold))
    .map(
      ({ text, where, isNumber, cut: by }) =>
        `${isNumber ? 'number' : 'text'} cut by ${by.toFixed(0)} px: “${text.slice(0, 40)}” in ${where}`,
    )
  const odd = texts
    .filter(({ text }) => nonsense.test(text))
    .map(({ text, where }) => `nonsense: “${text}” in ${where}`)
  return [...cut, ...overlaps(texts), ...odd]
}

function overlaps(texts: readonly Text[]): string[] {
  const lines = texts
    .flatMap((text) => text.lines.map((line) => ({ text, line: inner(line) })))
    .sort((a, b) => a.line.top - b.line.top)
  const found = new Set<string>()
  lines.forEach(({ text, line }, index) => {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next]
      if (other === undefined || other.line.top >= line.bottom) return
      if (other.text === text || other.text.layer !== text.layer) continue
      if (other.line.left < line.right && line.left < other.line.right)
        found.add(
          `“${text.text.slice(0, 40)}” overlaps “${other.text.text.slice(0, 40)}” in ${text.where}`,
        )
    }
  })
  return [...found]
}

/** Without the air that a font leaves above and below its letters. */
function inner({ left, top, right, bottom }: Line): Line {
  const air = (bottom - top) * 0.25
  return { left: left + 1, right: right - 1, top: top + air, bottom: bottom - air }
}
