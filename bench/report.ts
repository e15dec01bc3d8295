import { drawCurves } from './draw-curves.ts'
import type { Figure } from './measure.ts'

export type Result = { id: string; name: string; figures: readonly Figure[] }

/** Each figure of a measure beside its limit, under the machine it was taken on. */
function section(machine: string, { id, name, figures }: Result): string {
  const rows = figures.map(
    ({ name: figure, value, unit, limit, limitIs, isFloor, ok }) =>
      `| ${figure} | ${value.toPrecision(3)} ${unit} | ${isFloor ? 'at least' : 'at most'} ${limit.toPrecision(3)} ${unit} (${limitIs}) | ${limit === 0 ? '' : (value / limit).toFixed(2)} | ${ok ? 'yes' : 'no'} |`,
  )
  const curves =
    curvesOf(figures) === null
      ? ''
      : `![Milliseconds by teams; whatever is linear runs along the dashes](${id}.svg)\n\n`
  return `## ${name}\n\n${machine}\n\n${curves}| figure | measured | limit | ratio | reached |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

/** A drawing to lie beside the page under the name of the measure; `null` where there is nothing to draw. */
export function curvesOf(figures: readonly Figure[]): string | null {
  const curves = figures.flatMap(({ name, points }) =>
    points === undefined ? [] : [{ name: name.split(':')[0] ?? '', points }],
  )
  return curves.length === 0 ? null : drawCurves(curves, { x: 'teams', y: 'ms' })
}

/** The page with these results in it; measures that were not run keep what it said of them. */
export function updateReport(page: string, machine: string, results: readonly Result[]): string {
  const sections = new Map(
    page
      .split(/^(?=## )/m)
      .slice(1)
      .map((text) => [text.slice(3, text.indexOf('\n')), `${text.trim()}\n`]),
  )
  for (const result of results) sections.set(result.name, section(machine, result))
  const sorted = [...sections]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, text]) => text)
  return `# Bench\n\n${sorted.join('\n')}`
}
