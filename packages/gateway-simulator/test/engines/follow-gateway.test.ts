import { expect, test } from 'vitest'
import { createEngineSimulator, followGateway } from '../../src/index.ts'
import { startSimulator } from '../simulator.ts'

const model = 'hosted_vllm/qwen3-32b'

/** A gateway whose model has two engines, over half an hour. */
function startRoom(options: { burstEveryMs?: number; directShare?: number } = {}) {
  const { simulator, clock } = startSimulator({ profile: '1.109', teams: 8, load: 4 })
  const startsAt = clock.now()
  const follow = { gateway: simulator, model, replicas: 2, seed: 7, startsAt, ...options }
  const engines = followGateway(follow).map((traffic, seed) =>
    createEngineSimulator({ seed, startsAt, now: clock.now, traffic, maxRunning: 5 }),
  )
  const counted = () => engines.map((engine) => engine.truth().counted)
  const tokensOf = (sender: string) =>
    counted().reduce((sum, { tokensBySender }) => sum + (tokensBySender.get(sender) ?? 0), 0)
  return { simulator, clock, engines, counted, tokensOf }
}

test('engines count for each team what the gateway books for it', () => {
  const { simulator, clock, tokensOf } = startRoom()
  clock.seconds(1800)
  simulator.advance(clock.now())
  // Long enough for the last request to end in the engines and in the gateway.
  const asked = simulator.truth
    .sent()
    .filter(({ modelGroup }) => modelGroup === 'qwen3-32b')
    .map(({ teamId }) => teamId)
  for (const teamId of new Set(asked)) {
    const sent = simulator.truth
      .requests()
      .filter(({ request }) => request.teamId === teamId && request.group === 'qwen3-32b')
      .filter(({ request }) => request.outcome === 'success')
    const tokens = sent.reduce(
      (sum, { request }) => sum + request.promptTokens + request.completionTokens,
      0,
    )
    expect(tokensOf(teamId) / tokens).toBeCloseTo(1, 1)
  }
  expect(new Set(asked).size).toBeGreaterThan(2)
})

test('a tenth of all tokens goes past the gateway, and requests go to the replicas in turn', () => {
  const { clock, counted, tokensOf } = startRoom()
  clock.seconds(3600)
  const [a, b] = counted()
  const all = [a, b].map((each) => (each?.promptTokens ?? 0) + (each?.generationTokens ?? 0))
  expect(tokensOf('direct') / ((all[0] ?? 0) + (all[1] ?? 0))).toBeCloseTo(0.1, 1)
  expect((a?.stopped ?? 0) / (b?.stopped ?? 1)).toBeCloseTo(1, 0)
})

test('what goes past the gateway all at once fills the engines for a while', () => {
  const { clock, engines } = startRoom({ burstEveryMs: 600_000 })
  const waiting = () =>
    engines.reduce((sum, engine) => sum + (engine.truth().moment?.waiting ?? 0), 0)
  clock.seconds(295)
  expect(waiting()).toBe(0)
  clock.seconds(25)
  expect(waiting()).toBeGreaterThan(0)
  clock.seconds(240)
  expect(waiting()).toBe(0)
})

test('without a share nobody goes past the gateway', () => {
  const { clock, tokensOf } = startRoom({ directShare: 0 })
  clock.seconds(1800)
  expect(tokensOf('direct')).toBe(0)
})
