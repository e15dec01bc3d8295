import type { SourceStatus } from '@podium/contracts'
import type { Family } from './family.ts'

/** How the sources do. Ages are instants: whoever asks knows the time. */
export function sourceFamilies(sources: readonly SourceStatus[]): Family[] {
  const gauges = (
    name: string,
    help: string,
    of: (source: SourceStatus) => number | null,
  ): Family => ({
    type: 'gauge',
    name,
    help,
    samples: sources.flatMap((source) => {
      const value = of(source)
      return value === null ? [] : [{ labels: { source: source.name }, value }]
    }),
  })
  return [
    gauges('podium_source_up', 'Whether the last attempt succeeded.', ({ state }) =>
      state === 'ok' ? 1 : 0,
    ),
    {
      type: 'gauge',
      name: 'podium_source_state',
      help: 'The state of the source, as a label.',
      samples: sources.map(({ name, state, reason }) => ({
        labels: { source: name, state, reason: reason ?? '' },
        value: 1,
      })),
    },
    gauges(
      'podium_source_last_success_timestamp_seconds',
      'When it was last read with success.',
      ({ last_success_at: at }) => (at === null ? null : Date.parse(at) / 1000),
    ),
    gauges(
      'podium_source_consecutive_failures',
      'Attempts that failed since the last success.',
      (source) => source.consecutive_failures,
    ),
  ]
}
