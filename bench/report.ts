import type { Figure } from './measure.ts'

/** The run as a page: the machine, then each figure beside its limit. */
export function report(machine: string, results: { name: string; figures: Figure[] }[]): string {
  const sections = results.map(({ name, figures }) => {
    const rows = figures.map(
      ({ name: figure, value, unit, limit, limitIs, ok }) =>
        `| ${figure} | ${value.toPrecision(3)} ${unit} | ${limit.toPrecision(3)} ${unit} (${limitIs}) | ${ok ? 'yes' : 'no'} |`,
    )
    return `## ${name}\n\n| figure | measured | at most | reached |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `# Bench\n\n${machine}\n\n${sections.join('\n')}`
}
