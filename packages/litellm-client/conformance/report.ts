import type { Check, Checklist } from './checklist.ts'

/** A table of areas, then every failed check with its first differences, then the line that counts. */
export function report(title: string, { checks, remarks, failed }: Checklist): string {
  const areas = [...new Set(checks.map((check) => check.area))]
  const rows = areas.map((area) => {
    const mine = checks.filter((check) => check.area === area)
    const bad = mine.filter((check) => check.problems.length > 0).length
    return [area, String(mine.length - bad), String(bad)]
  })
  return [
    `\n${title}`,
    ...table([['area', 'passed', 'failed'], ...rows]),
    ...remarks.map(({ area, text }) => `  note (${area}) ${text}`),
    ...failed.flatMap(describe),
    `conformance ${title}: ${checks.length - failed.length} checks passed, ${failed.length} failed`,
  ].join('\n')
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length))
  return rows.map(([first = '', ...rest]) =>
    ['  ', first.padEnd(width), ...rest.map((text) => text.padStart(8))].join(''),
  )
}

function describe({ area, name, problems }: Check): string[] {
  const shown = problems.slice(0, 5).map((problem) => `      ${problem}`)
  const rest = problems.length - shown.length
  return [`  FAILED ${area}: ${name}`, ...shown, ...(rest > 0 ? [`      … and ${rest} more`] : [])]
}
