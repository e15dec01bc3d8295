import { expect, test } from 'vitest'
import { startSimulator } from '../simulator.ts'

const tenSeconds = 10_000

test('at any hour of the day something happens every ten seconds', () => {
  const { simulator, clock } = startSimulator({ profile: '1.109', teams: 12 })
  const from = clock.now()
  clock.hours(24)
  simulator.advance(clock.now())
  const slots = new Set(
    simulator.truth
      .requests()
      .map(({ request }) => Math.floor((request.startMs - from) / tenSeconds)),
  )
  expect(slots.size / (24 * 360)).toBeGreaterThan(0.97)
})

test('the teams overtake each other', () => {
  const { simulator, clock } = startSimulator({ profile: '1.109', teams: 12 })
  const orders = new Set<string>()
  for (let quarter = 0; quarter < 16; quarter++) {
    clock.seconds(900)
    simulator.advance(clock.now())
    const tokens = new Map<string, number>()
    for (const cell of simulator.truth.readable()) {
      const sum = cell.promptTokens + cell.completionTokens
      tokens.set(cell.teamId, (tokens.get(cell.teamId) ?? 0) + sum)
    }
    orders.add(
      [...tokens]
        .sort(([, a], [, b]) => b - a)
        .map(([team]) => team)
        .slice(0, 5)
        .join(),
    )
  }
  expect(orders.size).toBeGreaterThan(6)
})

test('another seed is another workshop', () => {
  const [one, two] = [1, 2].map((seed) => {
    const { simulator, clock } = startSimulator({ profile: '1.109', seed })
    clock.hours(1)
    simulator.advance(clock.now())
    return simulator.truth.rows()
  })
  expect(one).not.toEqual(two)
})

test('from the same minute of the traffic, the same is asked for at another time of another day', () => {
  const [one, two] = ['2026-11-20T10:00:00Z', '2027-03-02T03:30:00Z'].map((start) => {
    const { simulator, clock } = startSimulator({
      ...{ profile: '1.109', startsAt: Date.parse(start), firstMinute: 12_000, moods: true },
    })
    clock.hours(1)
    simulator.advance(clock.now())
    return simulator.truth
      .requests()
      .map(({ request }) => [request.startMs - Date.parse(start), request.group, request.spend])
  })
  expect(one?.length).toBeGreaterThan(100)
  expect(two).toEqual(one)
})

test('while nearly everybody is away a little goes on', () => {
  const startsAt = Date.parse('2026-11-20T10:00:00Z')
  const hour = 3_600_000
  const quiet = { from: startsAt + hour, to: startsAt + 3 * hour }
  const { simulator, clock } = startSimulator({ profile: '1.109', startsAt, quiet })
  clock.hours(4)
  simulator.advance(clock.now())
  const starts = simulator.truth.requests().map(({ request }) => request.startMs)
  const within = (from: number) => starts.filter((at) => at >= from && at < from + hour).length
  expect(within(quiet.from)).toBeGreaterThan(0)
  expect(within(quiet.from)).toBeLessThan(0.1 * Math.min(within(startsAt), within(quiet.to)))
})

test('moods change what a team does, and not how much there is of it all', () => {
  const [moody, steady] = [true, false].map((moods) => {
    const { simulator, clock } = startSimulator({ profile: '1.109', teams: 12, moods })
    clock.hours(8)
    simulator.advance(clock.now())
    return simulator.truth.requests().length
  })
  expect((moody ?? 0) / (steady ?? 1)).toBeGreaterThan(0.7)
  expect((moody ?? 0) / (steady ?? 1)).toBeLessThan(1.4)
})

test('sixty times faster, an hour of traffic with its happenings fits into a minute', () => {
  const { simulator, clock } = startSimulator({ profile: '1.109', speed: 60 })
  clock.seconds(60)
  simulator.advance(clock.now())
  const fast = simulator.truth.requests().length
  const slow = startSimulator({ profile: '1.109' })
  slow.clock.hours(1)
  slow.simulator.advance(slow.clock.now())
  expect(fast / slow.simulator.truth.requests().length).toBeGreaterThan(0.8)
})

test('without load only what is sent arrives', () => {
  const { simulator, clock } = startSimulator({ profile: '1.109', load: 0, oddities: false })
  const sent = simulator.send({
    key: simulator.keys.team,
    model: 'gpt-5-mini',
    promptTokens: 1000,
    completionTokens: 100,
  })
  clock.seconds(60)
  simulator.advance(clock.now())
  const [only, ...others] = simulator.truth.readable()
  expect(others).toEqual([])
  expect(only).toMatchObject({
    teamId: sent.teamId,
    modelGroup: 'gpt-5-mini',
    apiKey: sent.token,
    promptTokens: 1000,
    completionTokens: 100,
    successes: 1,
    failures: 0,
    spend: 0.00045,
  })
})

test('every kind of failure that a gateway books is among the traffic', () => {
  const { simulator, clock } = startSimulator({ profile: '1.109', teams: 6 })
  clock.hours(12)
  simulator.advance(clock.now())
  const outcomes = new Set(simulator.truth.requests().map(({ request }) => request.outcome))
  expect([...outcomes].sort()).toEqual([
    'budget exceeded',
    'deleted key',
    'provider failed',
    'rate limited',
    'success',
    'unknown key',
    'unknown model',
  ])
})

test('long requests arrive minutes after their start, and over midnight on the day before', () => {
  const startsAt = Date.parse('2026-11-20T20:00:00Z')
  const { simulator, clock } = startSimulator({ profile: '1.109', teams: 12, startsAt })
  clock.hours(4.2)
  simulator.advance(clock.now())
  const midnight = Date.parse('2026-11-21T00:00:00Z')
  const late = simulator.truth
    .requests()
    .filter(({ request }) => request.startMs < midnight && request.endMs >= midnight)
  expect(late.length).toBeGreaterThan(0)
  expect(new Set(late.map(({ booking }) => booking.date))).toEqual(new Set(['2026-11-20']))
  const longest = Math.max(
    ...simulator.truth.requests().map(({ request }) => request.endMs - request.startMs),
  )
  expect(longest).toBeGreaterThan(60_000)
})
