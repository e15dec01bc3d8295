import { profileNames, type ProfileName } from '@podium/gateway-simulator'
import { expect, test } from 'vitest'
import { publicIds } from '../../../support/asked.ts'
import { askCompat, sumsOf } from '../../../support/compat-answers.ts'
import { expectedAnswers } from '../../../support/compat-truth.ts'
import { watchGateway } from '../../../support/watched-gateway.ts'

const minuteMs = 60_000
const today = Date.parse('2026-11-20T00:00:00Z')

/** Two days before anybody looked, with everything that organisers do; then half an hour that is watched. */
async function live(profile: ProfileName) {
  const startsAt = today - 2 * 24 * 60 * minuteMs
  const watched = await watchGateway({ profile, seed: 5, startsAt, historyDays: 2 })
  const { moveTo, pollTeams, pollPrices, pollActivity } = watched
  await pollTeams()
  for (let minute = 0; minute < 30; minute += 1) {
    moveTo(today + 5000 + minute * minuteMs)
    if (minute % 10 === 0) await pollTeams()
    if (minute === 0) await pollPrices()
    await pollActivity()
  }
  return watched
}

test.each(profileNames)('release %s: all six routes tell what it counted', async (profile) => {
  const { simulator, client, store, now } = await live(profile)
  const { teams } = await client.teams()
  for (const [first, last] of [
    ['2026-11-20', '2026-11-20'],
    ['2026-11-18', '2026-11-18'],
    ['2026-11-18', '2026-11-20'],
  ] as const) {
    const query = `start_date=${first}&end_date=${last}`
    const answers = await askCompat({ store, publicIds }, { query, now: now() })
    const expected = expectedAnswers(simulator, { first, last, teams })
    expect(sumsOf(answers)).toEqual(expected.sums)
    expect(answers.tokens.teams.map(({ name, tokens }) => [name, tokens])).toEqual(expected.teams)
    expect(answers.timeseries.timeseries).toEqual(expected.days)
    expect(answers.successRate.teams).toEqual(expected.success)
    expect(answers.models.models).toEqual(expected.models)
    expect(answers.costEfficiency.cells).toEqual(expected.cells)
    expect(answers.tokens.coverage.missing).toEqual([])
  }
})
