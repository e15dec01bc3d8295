import type { Format } from '../../../lib/format.ts'
import type { Bar, BarsPicture } from '../picture.ts'
import { exactText } from '../value-text.ts'

/** One bar in words: what stands beside it, and each of its parts where there are several. */
export function barSentence(bar: Bar, { heads, kind }: BarsPicture, format: Format): string {
  const ends = bar.texts.map((text, index) => `${heads[index] ?? ''} ${text}`.trim())
  const parts =
    bar.parts.length < 2
      ? []
      : bar.parts.map(({ label, value }) => `${label} ${exactText(value, kind, format)}`)
  return `${bar.label}: ${[...ends, ...parts].join(', ')}`
}
