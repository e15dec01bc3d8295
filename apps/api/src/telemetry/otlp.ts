import type { Family, Histogram, Labels, Plain } from './family.ts'

type Resource = { serviceName: string; version: string; startedAt: number }

/** The body of `POST /v1/metrics`: OTLP 1 as JSON, in which 64-bit numbers are strings. */
export function otlpMetrics(
  families: readonly Family[],
  { serviceName, version, startedAt }: Resource,
  now: number,
): object {
  const span = { startTimeUnixNano: nanoseconds(startedAt), timeUnixNano: nanoseconds(now) }
  return {
    resourceMetrics: [
      {
        resource: {
          attributes: attributes({ 'service.name': serviceName, 'service.version': version }),
        },
        scopeMetrics: [
          {
            scope: { name: 'podium', version },
            metrics: families
              .filter(({ samples }) => samples.length > 0)
              .map((family) => ({
                name: family.name,
                description: family.help,
                ...dataOf(family, span),
              })),
          },
        ],
      },
    ],
  }
}

type Span = { startTimeUnixNano: string; timeUnixNano: string }

/** AGGREGATION_TEMPORALITY_CUMULATIVE */
const cumulative = 2

function dataOf(family: Family, span: Span): object {
  const kind = { aggregationTemporality: cumulative }
  if (family.type === 'histogram')
    return { histogram: { ...kind, dataPoints: histogramPoints(family, span) } }
  const dataPoints = points(family, span)
  return family.type === 'gauge'
    ? { gauge: { dataPoints } }
    : { sum: { ...kind, isMonotonic: true, dataPoints } }
}

function histogramPoints({ samples, bounds }: Histogram, span: Span): object[] {
  return samples.map(({ labels, counts, sum }) => ({
    ...span,
    attributes: attributes(labels),
    count: String(counts.reduce((total, count) => total + count, 0)),
    sum,
    bucketCounts: counts.map(String),
    explicitBounds: bounds,
  }))
}

function points({ samples }: Plain, span: Span): object[] {
  return samples.map(({ labels, value }) => ({
    ...span,
    attributes: attributes(labels),
    asDouble: value,
  }))
}

function attributes(labels: Labels): object[] {
  return Object.entries(labels).map(([key, text]) => ({ key, value: { stringValue: text } }))
}

function nanoseconds(ms: number): string {
  return `${Math.round(ms)}000000`
}
