export type Labels = Readonly<Record<string, string>>

type Named = { name: string; help: string }

export type Plain = Named & {
  type: 'gauge' | 'counter'
  samples: readonly { labels: Labels; value: number }[]
}

/** `counts` has one more than `bounds`: what is above the last. None includes another. */
export type Histogram = Named & {
  type: 'histogram'
  bounds: readonly number[]
  samples: readonly { labels: Labels; counts: readonly number[]; sum: number }[]
}

/** What Prometheus and OpenTelemetry both understand. */
export type Family = Plain | Histogram

export function gauge(name: string, help: string, value: number): Plain {
  return { type: 'gauge', name, help, samples: [{ labels: {}, value }] }
}
