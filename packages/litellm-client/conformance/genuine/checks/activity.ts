import type { DailyActivity } from '../../../src/index.ts'
import { sumBy } from '../../cells.ts'
import { modelCells, teamCells, toCounters } from '../../found-cells.ts'
import { sharedModels } from '../conduct.ts'
import { mergeAcrossTeams, mergeTwins } from '../merge-names.ts'
import { checkLabels } from './labels.ts'
import type { Subject } from '../subject.ts'
import { checkParts } from '../../parts.ts'

/** The whole gateway in one answer: day, team × key, model × key, and what the client says is missing. */
export async function checkActivity(subject: Subject): Promise<void> {
  const { list, client, release } = subject
  list.area('activity')
  const span = spanOf(subject)
  await list.attempt('daily activity', async () => {
    const found = await client.dailyActivity(span)
    checkWhole(subject, found)
    checkParts(list, found)
    checkLabels(subject, found)
    list.equal(
      'the source of each day',
      found.days.map((day) => day.source),
      found.days.map(() => (release.abilities.aggregated ? 'aggregated' : 'single-page')),
    )
    list.equal('counters that the release does not know', found.absent, release.abilities.absent)
    const unnamed = countUnnamed(subject, found)
    list.equal(
      'what the client says is missing',
      found.notes.map(({ kind, count }) => ({ kind, count })),
      unnamed === 0 ? [] : [{ kind: 'models_incomplete', count: unnamed }],
    )
  })
  await checkTeamByTeam(subject, span)
}

function checkWhole({ list, expected, release, prices }: Subject, found: DailyActivity): void {
  const { days } = found
  const totals = days.map(({ date, counters }) => ({
    date,
    team: null,
    key: '',
    model: null,
    counters: toCounters(counters),
  }))
  list.cells('day totals', sumBy(totals, ['date']), sumBy(expected, ['date']))
  const byKey = ['date', 'team', 'key'] as const
  list.cells('team × key', sumBy(teamCells(days), byKey), sumBy(expected, byKey))
  const byModel = ['date', 'model', 'key'] as const
  list.cells(
    'model × key',
    sumBy(mergeAcrossTeams(modelCells(days, null), prices, release.conduct), byModel),
    sumBy(mergeAcrossTeams(expected, prices, release.conduct), byModel),
  )
  if (release.abilities.timesSuccesses) {
    const timed = days.map((day) => [day.counters.timedRequests, day.counters.responseMs > 0])
    list.equal(
      'timed requests',
      timed,
      days.map((day) => [day.counters.successes, true]),
    )
  }
}

/** Requests under no model: known from the truth, but where failures have no key, only from the sums. */
function countUnnamed({ expected, release }: Subject, { days }: DailyActivity): number {
  if (release.conduct.keyOfFailures === 'own') {
    return expected.filter((cell) => cell.model === null).length
  }
  const named = days.flatMap((day) => day.models.map((model) => model.counters.requests))
  const all = days.map((day) => day.counters.requests)
  return all.reduce((sum, count) => sum + count, 0) - named.reduce((sum, count) => sum + count, 0)
}

/** The full cross: one question per team gives its model × key cells exactly. */
async function checkTeamByTeam(
  subject: Subject,
  span: { from: string; to: string },
): Promise<void> {
  const { list, client, truth, expected, prices } = subject
  list.remark(sharedModels)
  const place = ['date', 'team', 'model', 'key'] as const
  for (const { slot, team_id: team } of truth.teams) {
    await list.attempt(`team ${slot}`, async () => {
      const { days } = await client.dailyActivity({ ...span, teamIds: [team] })
      const mine = expected.filter((cell) => cell.team === team)
      list.equal(
        `team ${slot}: nothing of others`,
        days.flatMap((day) => day.teams.map((each) => each.teamId)),
        [...new Set(mine.map((cell) => cell.date))].map(() => team),
      )
      const found = sumBy(mergeTwins(modelCells(days, team), prices), place)
      list.cells(`team ${slot}: model × key`, found, sumBy(mergeTwins(mine, prices), place))
    })
  }
}

/** All days of the traffic. */
export function spanOf({ truth }: Subject): { from: string; to: string } {
  const days = truth.sent.flatMap((sent) => [sent.started.slice(0, 10), sent.ended.slice(0, 10)])
  days.sort()
  return { from: days[0] ?? '', to: days.at(-1) ?? '' }
}
