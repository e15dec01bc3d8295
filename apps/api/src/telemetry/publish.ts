import { Counter, Gauge, type Registry } from 'prom-client'
import type { Family } from './family.ts'

/** Replaces what the registry says of these families: a team or a state that is gone is not shown any longer. */
export function publish(registry: Registry, families: readonly Family[]): void {
  for (const family of families) {
    const metric = metricOf(registry, family)
    metric.reset()
    for (const { labels, value } of family.samples)
      if (metric instanceof Gauge) metric.set(labels, value)
      else metric.inc(labels, value)
  }
}

function metricOf(registry: Registry, { type, name, help, samples }: Family): Gauge | Counter {
  const known = registry.getSingleMetric(name)
  if (known instanceof Gauge || known instanceof Counter) return known
  // Without a sample its labels are not known yet, and there is nothing to show.
  const registers = samples.length === 0 ? [] : [registry]
  const options = { name, help, labelNames: Object.keys(samples[0]?.labels ?? {}), registers }
  return type === 'gauge' ? new Gauge(options) : new Counter(options)
}
