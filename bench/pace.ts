import { median } from './measure.ts'

const rounds = 15

/** How fast the machine is just now, so that what two of them have shown can be compared: machines alike differ by two. */
export function megabytesPerSecond(): number {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    name: `team-${index % 200}`,
    tokens: index * 7919,
    spend: index / 3,
  }))
  const text = JSON.stringify(rows)
  const seconds = Array.from({ length: rounds }, () => {
    const startedAt = performance.now()
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || read.length !== rows.length) throw new Error('JSON lost a row')
    return (performance.now() - startedAt) / 1000
  })
  return text.length / 1e6 / median(seconds)
}
