import { profileNames, type GatewaySimulator } from '@podium/gateway-simulator'
import { describe, expect, inject, test } from 'vitest'
import { type Cell, sumBy } from '../../conformance/cells.ts'
import { createLiteLLMClient, type DailyActivity } from '../../src/index.ts'
import { crossDisagreements, disagreements } from './support/disagreements.ts'
import { serve } from './support/front.ts'
import { ledgerOf } from './support/ledger.ts'
import { modes } from './support/paging-modes.ts'
import { createWorld, span } from './support/world.ts'

const seeds = inject('isDeep') ? [1, 2, 3] : [1]

describe.each(profileNames)('a gateway of release %s', (profile) => {
  test.each(seeds)('is read to the token in every paging mode, seed %i', async (seed) => {
    const gateway = createWorld(profile, seed)
    const ledger = ledgerOf(gateway)
    expect(ledger.length).toBeGreaterThan(100)
    const listed = await listTeams(gateway)
    for (const mode of modes) {
      await using front = await serve(gateway, mode.front(gateway, listed))
      const client = createLiteLLMClient({ baseUrl: front.baseUrl, apiKey: gateway.keys.master })
      const found = await client.dailyActivity(span)
      expect.soft(disagreements(found, ledger), `${mode.name}: whole`).toEqual([])
      expect.soft(await crossDisagreements(client, ledger), `${mode.name}: by team`).toEqual([])
      expect
        .soft([...new Set(found.days.map((day) => day.source))], mode.name)
        .toEqual(mode.sources(gateway))
      expect.soft(kindsBesides(found, ['models_incomplete']), mode.name).toEqual(mode.notes)
      expect.soft(incomplete(found, 'models_incomplete'), mode.name).toEqual(unnamed(ledger))
      await client.close()
    }
  })
})

async function listTeams(gateway: GatewaySimulator): Promise<Set<string>> {
  await using front = await serve(gateway, (url) => url)
  const client = createLiteLLMClient({ baseUrl: front.baseUrl, apiKey: gateway.keys.master })
  const { teams } = await client.teams()
  await client.close()
  return new Set(teams.map((team) => team.teamId))
}

function kindsBesides({ notes }: DailyActivity, expected: readonly string[]): string[] {
  return [...new Set(notes.map((note) => note.kind))]
    .filter((kind) => !expected.includes(kind))
    .sort()
}

function incomplete({ notes }: DailyActivity, kind: string): [string, number][] {
  return notes.filter((note) => note.kind === kind).map(({ date, count }) => [date, count])
}

/** Requests under no public name, by day. */
function unnamed(ledger: readonly Cell[]): [string, number][] {
  const cells = ledger.filter((cell) => cell.model === null)
  return [...sumBy(cells, ['date'])]
    .map(([date, { requests }]): [string, number] => [date, requests])
    .sort()
}
