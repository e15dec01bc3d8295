import type { PollRecord } from '../store/poll-record.ts'
import type { Family } from './family.ts'

/** The last poll of each source. */
export function pollFamilies(polls: readonly PollRecord[]): Family[] {
  const gauges = (name: string, help: string, of: (poll: PollRecord) => number): Family => ({
    type: 'gauge',
    name,
    help,
    samples: polls.map((poll) => ({
      labels: { source: poll.source, outcome: poll.outcome },
      value: of(poll),
    })),
  })
  return [
    gauges(
      'podium_last_poll_duration_seconds',
      'How long the last poll took.',
      (poll) => (poll.finishedAt - poll.startedAt) / 1000,
    ),
    gauges('podium_last_poll_changed_cells', 'Cells that it changed.', ({ changed }) => changed),
  ]
}
