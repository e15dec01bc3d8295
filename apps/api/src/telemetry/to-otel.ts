import { ValueType, type Attributes, type HrTime } from '@opentelemetry/api'
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type Histogram,
  type MetricData,
} from '@opentelemetry/sdk-metrics'
import type { Registry } from 'prom-client'
import { z } from 'zod'

/** What `getMetricsAsJSON` really answers; its declared types name numbers for the kinds. */
const Value = z.object({
  value: z.number(),
  labels: z.record(z.string(), z.union([z.string(), z.number()])),
  metricName: z.string().optional(),
})
type Value = z.infer<typeof Value>
const Metrics = z.array(
  z.object({
    name: z.string(),
    help: z.string(),
    type: z.enum(['counter', 'gauge', 'histogram']),
    values: z.array(Value),
  }),
)

type Span = { startTime: HrTime; endTime: HrTime }

/** All metrics of the registry in OpenTelemetry's words. */
export async function toOtel(registry: Registry, span: Span): Promise<MetricData[]> {
  const metrics = Metrics.parse(await registry.getMetricsAsJSON())
  return metrics
    .filter(({ values }) => values.length > 0)
    .map(({ name, help, type, values }): MetricData => {
      const metric = {
        descriptor: { name, description: help, unit: '', valueType: ValueType.DOUBLE },
        aggregationTemporality: AggregationTemporality.CUMULATIVE,
      }
      if (type === 'histogram') {
        const dataPoints = histogramPoints(name, values, span)
        return { ...metric, dataPointType: DataPointType.HISTOGRAM, dataPoints }
      }
      const dataPoints = values.map(({ labels, value }) => ({
        ...span,
        attributes: attributesOf(labels),
        value,
      }))
      return type === 'gauge'
        ? { ...metric, dataPointType: DataPointType.GAUGE, dataPoints }
        : { ...metric, dataPointType: DataPointType.SUM, dataPoints, isMonotonic: true }
    })
}

/** Prometheus lists a value a bucket, each of which includes the smaller ones, then the sum and the count. */
function histogramPoints(
  name: string,
  values: readonly Value[],
  span: Span,
): DataPoint<Histogram>[] {
  const groups = Map.groupBy(values, ({ labels }) => JSON.stringify(attributesOf(labels)))
  return [...groups.values()].map((group) => {
    const totalOf = (part: string) =>
      group.find(({ metricName }) => metricName === `${name}_${part}`)?.value ?? 0
    const buckets = group.filter(({ metricName }) => metricName === `${name}_bucket`)
    const counts = buckets.map(({ value }, index) => value - (buckets[index - 1]?.value ?? 0))
    const boundaries = buckets.map(({ labels }) => Number(labels['le'])).filter(Number.isFinite)
    return {
      ...span,
      attributes: attributesOf(group[0]?.labels ?? {}),
      value: { buckets: { boundaries, counts }, sum: totalOf('sum'), count: totalOf('count') },
    }
  })
}

function attributesOf(labels: Value['labels']): Attributes {
  const named = Object.entries(labels).filter(([name]) => name !== 'le')
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]))
}
