import type { Figure } from './measure.ts'

/** Each figure of a measure beside its limit, under the machine it was taken on. */
function section(machine: string, name: string, figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name: figure, value, unit, limit, limitIs, isFloor, ok }) =>
      `| ${figure} | ${value.toPrecision(3)} ${unit} | ${isFloor ? 'at least' : 'at most'} ${limit.toPrecision(3)} ${unit} (${limitIs}) | ${(value / limit).toFixed(2)} | ${ok ? 'yes' : 'no'} |`,
  )
  return `## ${name}\n\n${machine}\n\n| figure | measured | limit | ratio | reached |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

/** The page with these results in it; measures that were not run keep what it said of them. */
export function updateReport(
  page: string,
  machine: string,
  results: readonly { name: string; figures: readonly Figure[] }[],
): string {
  const sections = new Map(
    page
      .split(/^(?=## )/m)
      .slice(1)
      .map((text) => [text.slice(3, text.indexOf('\n')), `${text.trim()}\n`]),
  )
  for (const { name, figures } of results) sections.set(name, section(machine, name, figures))
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
  return `# Bench\n\n${sorted.join('\n')}`
}
