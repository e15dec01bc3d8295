import { countOf, cumulate } from '../state/distribution.ts'
import type { Distribution } from '../state/distribution.ts'

export type Labels = Readonly<Record<string, string>>
export type Labelled = readonly (readonly [labels: Labels, value: number])[]

export interface Exposition {
  gauge(name: string, ...series: Labelled): void
  counter(name: string, ...series: Labelled): void
  /** `unit` is how many seconds, or whatever the distribution is in, one of the printed numbers is. */
  histogram(name: string, labels: Labels, distribution: Distribution, unit?: number): void
  text(): string
}

function plainNumber(value: number): string {
  return value === Infinity ? '+Inf' : String(value)
}

/** As Python prints a float. */
export function pythonNumber(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : plainNumber(value)
}

/** As C++ prints one into a stream: six digits that count. */
export function sixDigits(value: number): string {
  return plainNumber(Number(value.toPrecision(6)))
}

/** Collects families in the text format of Prometheus. */
export function createExposition(format = plainNumber): Exposition {
  const lines: string[] = []
  const add = (name: string, labels: Labels, value: string) =>
    lines.push(`${name}${writeLabels(labels)} ${value}`)
  const family =
    (type: string) =>
    (name: string, ...series: Labelled) => {
      lines.push(`# HELP ${name} ${name}`, `# TYPE ${name} ${type}`)
      for (const [labels, value] of series) add(name, labels, format(value))
    }
  return {
    gauge: family('gauge'),
    counter: family('counter'),
    histogram(name, labels, distribution, unit = 1) {
      family('histogram')(name)
      for (const [end, count] of cumulate(distribution)) {
        add(`${name}_bucket`, { ...labels, le: format(end / unit) }, format(count))
      }
      add(`${name}_sum`, labels, format(distribution.sum / unit))
      add(`${name}_count`, labels, format(countOf(distribution)))
    },
    text: () => `${lines.join('\n')}\n`,
  }
}

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
