import { profileNames } from '@podium/gateway-simulator'
import { expect, test } from 'vitest'
import { differences, sumBy } from '../../conformance/cells.ts'
import { createLiteLLMClient, type TeamActivity } from '../../src/index.ts'
import { type Front, serve } from './support/front.ts'
import { ledgerOf } from './support/ledger.ts'
import { createWorld, span } from './support/world.ts'
import { toCounters } from '../../conformance/found-cells.ts'
import { disagreements } from './support/disagreements.ts'

const capped = profileNames.filter((name) => ['1.104', '1.109'].includes(name))

/** The aggregated route shows three keys; rows in pages are for others. */
const threeKeys = (paged: boolean): Front => {
  return (url) => {
    if (url.pathname.endsWith('/aggregated')) url.searchParams.set('api_key_limit', '3')
    const isPaged = url.pathname === '/team/daily/activity'
    return isPaged && !paged ? Response.json({ detail: 'Not Found' }, { status: 404 }) : url
  }
}

test.each(capped)(
  'release %s with more keys than it shows is read from its rows instead',
  async (profile) => {
    const gateway = createWorld(profile, 4)
    await using front = await serve(gateway, threeKeys(true))
    const client = createLiteLLMClient({ baseUrl: front.baseUrl, apiKey: gateway.keys.master })
    const found = await client.dailyActivity(span)
    expect(disagreements(found, ledgerOf(gateway))).toEqual([])
    expect(found.days.map((day) => day.source)).toEqual(['single-page', 'single-page'])
    expect(found.notes).toEqual([])
    await client.close()
  },
)

test.each(capped)(
  'release %s that shows three keys and no rows says how many keys are missing, its teams stay exact',
  async (profile) => {
    const gateway = createWorld(profile, 4)
    const ledger = ledgerOf(gateway)
    await using front = await serve(gateway, threeKeys(false))
    const client = createLiteLLMClient({ baseUrl: front.baseUrl, apiKey: gateway.keys.master })
    const { days, notes } = await client.dailyActivity(span)
    const place = ['date', 'team'] as const
    const found = days.flatMap(({ date, teams }) => teams.map((team) => cellOf(date, team)))
    expect(differences(sumBy(ledger, place), sumBy(found, place))).toEqual([])
    expect(notes.filter((note) => note.kind === 'keys_truncated')).toEqual(
      Object.keys(Object.groupBy(ledger, (cell) => cell.date)).map((date) => ({
        kind: 'keys_truncated',
        date,
        count:
          new Set(ledger.filter((cell) => cell.date === date).map((cell) => cell.key)).size - 3,
      })),
    )
    await client.close()
  },
)

function cellOf(date: string, { teamId, counters }: TeamActivity) {
  return { date, team: teamId, key: '', model: null, counters: toCounters(counters) }
}
