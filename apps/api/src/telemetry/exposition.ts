import type { Family, Histogram, Labels } from './family.ts'

/** Prometheus' text format, version 0.0.4. A family without samples says nothing. */
export function exposition(families: readonly Family[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map((family) => `${head(family)}${lines(family).join('')}`)
    .join('')
}

function head({ name, help, type }: Family): string {
  const escaped = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return `# HELP ${name} ${escaped}\n# TYPE ${name} ${type}\n`
}

function lines(family: Family): string[] {
  if (family.type === 'histogram') return histogramLines(family)
  return family.samples.map(({ labels, value }) => line(family.name, labels, value))
}

/** Every bucket includes the smaller ones here. */
function histogramLines({ name, bounds, samples }: Histogram): string[] {
  return samples.flatMap(({ labels, counts, sum }) => {
    let total = 0
    const buckets = counts.map((count, index) => {
      total += count
      return line(`${name}_bucket`, { ...labels, le: number(bounds[index] ?? Infinity) }, total)
    })
    return [...buckets, line(`${name}_sum`, labels, sum), line(`${name}_count`, labels, total)]
  })
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`)
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${number(value)}\n`
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function number(value: number): string {
  return String(value).replace('Infinity', '+Inf').replace('-+', '-')
}
