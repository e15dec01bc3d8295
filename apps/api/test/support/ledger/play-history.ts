import { bookPoll, type DayAnswer } from '../../../src/collect/book-poll.ts'
import { takeTurn, teamsToAsk } from '../../../src/ledger/teams-to-ask.ts'
import { addDays, dayMs, utcDate } from '../../../src/domain/utc-day.ts'
import { createGatewayWorld, keyNames, type GatewayWorld, type Look } from './gateway-world.ts'
import type { Row } from './gateway-rows.ts'
import type { History, Step } from './history.ts'
import { judgeBooking, judgeTruth, mustBeSame, snapshot } from './judge.ts'
import type { LedgerStore } from './ledger-store.ts'

/** Counts that became readable, and the read that was the first to show them. */
export type Arrival = { day: string; row: Row; seenAt: number }
export type Played = { arrivals: Arrival[]; days: string[]; moves: number; corrections: number }

type Waiting = { answer: DayAnswer; stepsLeft: number }
const clean: Look = { noise: 'none', mostKeys: Infinity }

/** Plays a history through the collector's own steps and judges the store after each of them. */
export async function playHistory(history: History, store: LedgerStore): Promise<Played> {
  const player = createPlayer(history, store)
  for (const step of history.steps) await player.take(step)
  await player.settle()
  return player.result()
}

function createPlayer({ startAt, pollMs, lateForMs }: History, store: LedgerStore) {
  const world = createGatewayWorld()
  const days = new Set<string>()
  const acceptedAt = new Map<string, number>()
  const arrivals: Arrival[] = []
  let unseen: Omit<Arrival, 'seenAt'>[] = []
  let now = startAt
  let moves = 0
  let corrections = 0
  let lastAsked: string | null = null
  let waiting: Waiting[] = []
  const booked: DayAnswer[] = []

  async function read(day: string, look: Look, tookMs: number): Promise<DayAnswer> {
    days.add(day)
    const activity = world.rows(day).length === 0 ? null : world.answer(day, look)
    const state = await store.dayState(day)
    const unclear = activity === null ? [] : teamsToAsk(activity, state.cells)
    const asked = takeTurn(unclear, lastAsked)
    lastAsked = asked.at(-1) ?? lastAsked
    const own = new Map(asked.map((teamId) => [teamId, world.alone(day, teamId)]))
    const isTruncated = look.mostKeys < keyNames.length
    const moment = { startedAt: now, finishedAt: now + tookMs, source: world.source() }
    return { day, activity, own, isTruncated, ...moment }
  }

  async function book(answer: DayAnswer): Promise<void> {
    const { day, startedAt, finishedAt } = answer
    const isNews = startedAt > (acceptedAt.get(day) ?? -Infinity)
    const before = isNews ? '' : await snapshot(store, day)
    const booking = await store.write((tx) => bookPoll(tx, answer, pollMs))
    if ((booking.verdict === 'booked') !== isNews) throw new Error(`${booking.verdict} by mistake`)
    if (booking.verdict === 'stale') {
      mustBeSame(before, await snapshot(store, day))
      return
    }
    acceptedAt.set(day, finishedAt)
    booked.push(answer)
    moves += booking.moves.length
    corrections += booking.corrections.length
    await judgeBooking(store, answer)
  }

  async function poll(step: Extract<Step, { kind: 'poll' }>): Promise<void> {
    const today = utcDate(now)
    for (const day of [addDays(today, -1), today]) {
      const answer = await read(day, step, step.tookMs)
      if (step.paused > 0) waiting.push({ answer, stepsLeft: step.paused })
      else await book(answer)
    }
    if (step.paused > 0) return
    arrivals.push(...unseen.map((each) => ({ ...each, seenAt: now })))
    unseen = []
  }

  async function wakePaused(): Promise<void> {
    const due = waiting.filter(({ stepsLeft }) => stepsLeft === 0)
    waiting = waiting
      .filter(({ stepsLeft }) => stepsLeft > 0)
      .map(({ answer, stepsLeft }) => ({ answer, stepsLeft: stepsLeft - 1 }))
    for (const { answer } of due) await book(answer)
  }

  return {
    async take(step: Step): Promise<void> {
      now += 10
      if (step.kind === 'wait') now += step.ms
      else if (step.kind === 'midnight') now += dayMs - (now % dayMs) - 4000
      else if (step.kind === 'restart') lastAsked = null
      else if (step.kind === 'poll') await poll(step)
      else if (step.kind === 'replay') {
        const answer = booked[step.which % Math.max(1, booked.length)]
        if (answer) await book(answer)
      } else if (step.kind === 'traffic') {
        const day = addDays(utcDate(now), step.isLate && now % dayMs < lateForMs ? -1 : 0)
        unseen.push({ day, row: world.count(day, step.key, step.model, step.counters) })
      } else change(world, step, utcDate(now))
      await wakePaused()
    },
    /** Lets everything that is held or paused come to its end, by clean reads of every day. */
    async settle(): Promise<void> {
      while (waiting.length > 0) await wakePaused()
      for (let reads = 0; reads < 8; reads += 1) {
        now += 31_000
        for (const day of days) {
          const answer = await read(day, clean, 10)
          await store.write((tx) => bookPoll(tx, answer, pollMs))
        }
      }
      for (const day of days) await judgeTruth(store, day, world.rows(day))
    },
    result: (): Played => ({ arrivals, days: [...days], moves, corrections }),
  }
}

function change(
  world: GatewayWorld,
  step: Extract<Step, { kind: 'lower' | 'moveKey' | 'rename' | 'flip' }>,
  today: string,
): void {
  if (step.kind === 'lower') world.lower(today, step.row, step.share)
  else if (step.kind === 'moveKey') world.moveKey(step.key, step.teamId)
  else if (step.kind === 'rename') world.rename(step.alias)
  else world.flip(step.source)
}
