import { type Counters, counterNames, noCounters, sumBy } from '../../cells.ts'
import { teamCells, toCounters } from '../../found-cells.ts'
import type { Subject } from '../subject.ts'
import { spanOf } from './activity.ts'

/**
 * Hundreds of requests within one flush. Releases that drop rows then cannot be repaired from outside:
 * but what they do tell must be a part of what was sent, and whoever counts the logs sees the loss.
 */
export async function checkStorm(subject: Subject): Promise<void> {
  const { list, client, expected, release } = subject
  list.area('storm')
  await list.attempt('storm', async () => {
    const { days } = await client.dailyActivity(spanOf(subject))
    const place = ['date', 'team', 'key'] as const
    const found = sumBy(teamCells(days), place)
    const sent = sumBy(expected, place)
    if (release.conduct.storms === 'survived') {
      list.cells('team × key', found, sent)
      return
    }
    list.problems('nothing is counted that was not sent', excess(found, sent))
    const told = days.reduce((sum, day) => sum + toCounters(day.counters).requests, 0)
    list.remark(`${told} of ${subject.truth.sent.length} requests are in the daily rows`)
  })
}

function excess(
  found: ReadonlyMap<string, Counters>,
  sent: ReadonlyMap<string, Counters>,
): string[] {
  return [...found].flatMap(([place, counters]) => {
    const most = sent.get(place) ?? noCounters()
    return counterNames
      .filter((name) => counters[name] > most[name] * (1 + 1e-9))
      .map((name) => `${place}: ${name} is ${counters[name]}, ${most[name]} were sent`)
  })
}
