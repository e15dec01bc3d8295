export type Labels = Readonly<Record<string, string>>

/** Values that are read when somebody asks, in place of being counted as things happen. */
export type Family = {
  type: 'gauge' | 'counter'
  name: string
  help: string
  samples: readonly { labels: Labels; value: number }[]
}

export function gauge(name: string, help: string, value: number): Family {
  return { type: 'gauge', name, help, samples: [{ labels: {}, value }] }
}
