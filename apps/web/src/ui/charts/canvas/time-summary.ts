import type { Format } from '../../../lib/format.ts'
import type { TimePicture } from '../picture.ts'
import type { ChartWords } from '../use-chart-words.ts'
import type { StepTexts } from '../step-texts.ts'
import { exactText } from '../value-text.ts'

type Texts = { words: ChartWords; format: Format; texts: StepTexts; unknown: string }

/** The chart in one sentence each: its highest step, everything together, its gaps. */
export function summaryOf(picture: TimePicture, { words, format, texts }: Texts): string {
  const amounts = picture.totals ?? highest(picture)
  const peak = Math.max(...amounts.map((value) => value ?? Number.NEGATIVE_INFINITY))
  const at = amounts.indexOf(peak)
  const holes = picture.holes?.length ?? 0
  return [
    ...(Number.isFinite(peak)
      ? [words.peak(exactText(peak, picture.kind, format), texts.full[at] ?? '')]
      : []),
    ...(picture.total === undefined
      ? []
      : [words.altogether(exactText(picture.total, picture.kind, format))]),
    ...(holes > 0 ? [words.holes(holes)] : []),
  ].join(' ')
}

/** One step in words: its sum and its three largest lines. */
export function stepSentence(
  picture: TimePicture,
  at: number,
  { words, format, texts, unknown }: Texts,
): string {
  const hole = picture.holes?.find(({ from, to }) => at >= from && at <= to)
  const textOf = (value: number | null) =>
    value === null ? unknown : exactText(value, picture.kind, format)
  const sum = picture.totals?.[at]
  const largest = picture.lines
    .map(({ label, values }) => ({ label, value: values[at] ?? null }))
    .filter((line): line is { label: string; value: number } => line.value !== null)
    .toSorted((one, other) => other.value - one.value)
    .slice(0, 3)
    .map(({ label, value }) => `${label} ${textOf(value)}`)
  const head =
    at === picture.running ? `${texts.full[at]} (${words.soFar})` : (texts.full[at] ?? '')
  const parts = [
    ...(hole ? [`${hole.label} ${hole.reason}`.trim()] : []),
    ...(sum === undefined ? [] : [textOf(sum)]),
    ...(largest.length > 0 ? [format.list(largest)] : hole || sum !== undefined ? [] : [unknown]),
  ]
  return `${head}: ${parts.join('; ')}`
}

/** Lines that are no parts of a whole: the highest at each step. */
function highest({ lines, starts }: TimePicture): (number | null)[] {
  return starts.map((_, index) => {
    const known = lines.map(({ values }) => values[index] ?? null).filter((value) => value !== null)
    return known.length === 0 ? null : Math.max(...known)
  })
}
