import type { ModelPrice, Team } from '@podium/litellm-client'
import { describe, expect, it } from 'vitest'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const at = Date.parse('2026-11-20T10:00:30Z')

function team(teamId: string, parts: Partial<Team> = {}): Team {
  return {
    teamId,
    alias: `The ${teamId}`,
    organizationId: null,
    spendUsd: 1.5,
    maxBudgetUsd: 20,
    budgetDuration: '30d',
    budgetResetAt: null,
    blocked: false,
    models: ['gpt', 'llama'],
    createdAt: '2026-11-01T00:00:00Z',
    ...parts,
  }
}

function price(model: string, parts: Partial<ModelPrice> = {}): ModelPrice {
  return {
    model,
    providers: ['openai'],
    mode: 'chat',
    inputUsdPerToken: 1e-6,
    outputUsdPerToken: 4e-6,
    cacheReadUsdPerToken: null,
    cacheCreationUsdPerToken: 0,
    isMasked: false,
    underlyingModels: [`openai/${model}`],
    ...parts,
  }
}

/** Teams, keys, models, prices, polls and secrets, on every engine. */
export function describeNames(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`names on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)
  const listTeams = (teams: readonly Team[], minute: number, complete = true) =>
    opened.store.write((tx) => tx.saveTeams({ teams, complete, at: at + minute * 60_000 }))

  describe('teams', () => {
    it('are kept as the last list names them', async () => {
      await listTeams([team('a'), team('b')], 0)
      await listTeams([team('a', { alias: null, blocked: true, spendUsd: 2 }), team('b')], 1)
      const [unassigned, first, second] = await opened.store.teams()
      expect(unassigned).toMatchObject({ teamId: null, alias: null, listed: false })
      expect(first).toEqual({
        ...team('a', { alias: null, blocked: true, spendUsd: 2 }),
        listed: true,
        missing: 0,
        mark: 0,
      })
      expect(second).toEqual({ ...team('b'), listed: true, missing: 0, mark: 1 })
    })

    it('get a mark at first sight, which they keep; one that is gone leaves its mark to a new one', async () => {
      const marks = async () =>
        new Map((await opened.store.teams()).map(({ teamId, mark }) => [teamId, mark]))
      const names = Array.from({ length: 49 }, (_, index) => `team-${index}`)
      await listTeams([team('litellm-dashboard'), ...names.map((name) => team(name))], 0)
      const first = await marks()
      expect(first.get('litellm-dashboard')).toBeNull()
      expect(new Set(names.map((name) => first.get(name)))).toEqual(new Set(names.keys()))
      const rest = names.filter((name) => name !== 'team-7').map((name) => team(name))
      for (const minute of [1, 2, 3]) await listTeams(rest, minute)
      await listTeams([...rest, team('late')], 4)
      const later = await marks()
      expect(later.get('late')).toBe(first.get('team-7'))
      later.delete('late')
      expect(later).toEqual(first)
    })

    it('get a mark that nobody ever had, while there is one: who is gone stays on boards of the past', async () => {
      await listTeams([team('a'), team('b')], 0)
      for (const minute of [1, 2, 3]) await listTeams([team('b')], minute)
      await listTeams([team('b'), team('c')], 4)
      const marks = (await opened.store.teams()).map(({ teamId, mark }) => [teamId, mark])
      expect(marks).toEqual([
        [null, null],
        ['a', 0],
        ['b', 1],
        ['c', 2],
      ])
    })

    it('count the complete lists that they are missing from, in a row', async () => {
      await listTeams([team('a'), team('b')], 0)
      await listTeams([team('b')], 1)
      await listTeams([], 2, false)
      await listTeams([team('b')], 3)
      const missing = async () =>
        (await opened.store.teams()).map((row) => [row.teamId, row.missing])
      expect(await missing()).toEqual([
        [null, 0],
        ['a', 2],
        ['b', 0],
      ])
      await listTeams([team('a')], 4)
      expect(await missing()).toEqual([
        [null, 0],
        ['a', 0],
        ['b', 1],
      ])
    })

    it('take the name that activity tells until a list names them', async () => {
      const label = (alias: string | null) =>
        opened.store.write((tx) => tx.saveLabels({ teams: [{ teamId: 'a', alias }], keys: [] }))
      const alias = async () =>
        (await opened.store.teams()).find((row) => row.teamId === 'a')?.alias
      await label('From activity')
      expect(await alias()).toBe('From activity')
      await label(null)
      expect(await alias()).toBe('From activity')
      await listTeams([team('a')], 0)
      await label('Old name')
      expect(await alias()).toBe('The a')
    })
  })

  describe('keys and models', () => {
    it('keep the last label that was told', async () => {
      const label = (keyAlias: string | null) =>
        opened.store.write((tx) => tx.saveLabels({ teams: [], keys: [{ key: 'hash', keyAlias }] }))
      await label('first')
      await label('second')
      await label(null)
      expect(await opened.store.keys()).toEqual([{ key: 'hash', alias: 'second' }])
      expect(await opened.store.dataVersion()).toBe(2)
    })

    it('have the price that was last seen to change', async () => {
      const list = (prices: readonly ModelPrice[], minute: number) =>
        opened.store.write((tx) => tx.savePrices({ prices, at: at + minute * 60_000 }))
      await list([price('gpt'), price('llama', { providers: ['vllm', 'ollama'] })], 0)
      await list([price('gpt', { inputUsdPerToken: 2e-6 })], 1)
      await list([price('gpt', { inputUsdPerToken: 2e-6 })], 2)
      expect(await opened.store.dataVersion()).toBe(2)
      expect(await opened.store.models()).toEqual([
        {
          model: 'gpt',
          provider: 'openai',
          mode: 'chat',
          underlyingModels: ['openai/gpt'],
          price: { input: 2e-6, output: 4e-6, cacheRead: null, cacheCreation: 0 },
        },
        {
          model: 'llama',
          provider: 'mixed',
          mode: 'chat',
          underlyingModels: ['openai/llama'],
          price: { input: 1e-6, output: 4e-6, cacheRead: null, cacheCreation: 0 },
        },
      ])
    })
  })

  describe('what a collector tells', () => {
    it('is its last word on each matter, without what is too old', async () => {
      const old = { from: 'day', before: 'day 2026-11-12' }
      for (const [name, body] of [
        ['source activity', '1'],
        ['day 2026-11-11', '2'],
        ['day 2026-11-20', '3'],
        ['source activity', '4'],
      ] as const)
        await opened.store.write((tx) => tx.saveEvent({ name, body }, old))
      expect(await opened.store.collectorEvents()).toEqual(['3', '4'])
      expect(await opened.store.dataVersion()).toBe(0)
    })
  })

  describe('polls and secrets', () => {
    it('are remembered, and change no data', async () => {
      const poll = (startedAt: number, outcome: string) => ({
        source: 'activity',
        startedAt,
        finishedAt: startedAt + 320,
        outcome,
        changed: 7,
      })
      await opened.store.write(async (tx) => {
        await tx.recordPoll(poll(at, 'ok'))
        await tx.recordPoll(poll(at + 10_000, 'timeout'))
      })
      expect((await opened.store.polls()).slice(0, 1)).toEqual([poll(at + 10_000, 'timeout')])
      expect(await opened.store.polls()).toEqual([poll(at + 10_000, 'timeout'), poll(at, 'ok')])
      await opened.store.write((tx) => tx.forgetPolls(at + 10_000))
      expect(await opened.store.polls()).toEqual([poll(at + 10_000, 'timeout')])
      expect(await opened.store.keepSecret('instance', 'first')).toBe('first')
      expect(await opened.store.keepSecret('instance', 'second')).toBe('first')
      expect(await opened.store.dataVersion()).toBe(0)
    })
  })
}
