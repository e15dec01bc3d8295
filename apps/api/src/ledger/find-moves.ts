import type { Counters } from '@podium/litellm-client'
import { other } from '../domain/cell.ts'
import {
  add,
  counterNames,
  growing,
  isInDollars,
  isWhole,
  isZero,
  mapCounters,
  noCounters,
  subtract,
  sum,
} from '../domain/counters.ts'
import { beyond } from './compare.ts'
import type { Move } from './day-booking.ts'
import { nameOf, type Change } from './diff-cells.ts'
import { slackOf } from './dollars.ts'
import { isOwnerless } from './owners.ts'

/**
 * What only changed its name within a team-day, and the changes that are left without it: the rest of a key or a team
 * that became provable, a model that is called otherwise, and anything at all once the kind of source has changed. A
 * whole that fell has lost something, so nothing in it is a change of name; nor is anything in a cell that fell before.
 */
export function findMoves(
  changes: readonly Change[],
  isFlip: boolean,
): { moves: Move[]; left: Change[] } {
  if (changes.every(({ ahead }) => isWhole(ahead))) return { moves: [], left: [...changes] }
  const left = changes.map((change) => ({ ...change }))
  const steady = left.filter(({ fall }) => fall === null)
  const moves: Move[] = []
  for (const team of Map.groupBy(steady, ({ teamId }) => teamId).values()) {
    if (team.every(({ ahead }) => isWhole(ahead))) continue
    const isRenamed = ({ model, isGone }: Change) => isFlip || model === other || isGone
    for (const key of Map.groupBy(team, (change) => change.key).values())
      moves.push(...match(key, isRenamed))
    moves.push(...match(team, (change) => isFlip || isRest(change)))
    // A key that lost something does not keep the rest of its team from being told apart.
    moves.push(
      ...match(
        team.filter((change) => isRest(change) || isWhole(change.ahead)),
        isRest,
      ),
    )
  }
  return { moves, left: left.map((one) => ({ ...one, ahead: beyond(one.read, one.booked) })) }
}

/** Keys that hold what no key proves. */
function isRest({ key }: Change): boolean {
  return key === other || isOwnerless(key)
}

/** Takes what fell in cells that may lose from what rose elsewhere in the group, unless the group as a whole fell. */
function match(group: readonly Change[], mayLose: (change: Change) => boolean): Move[] {
  const losing = group.filter((change) => !isWhole(change.ahead) && mayLose(change))
  if (losing.length === 0) return []
  const slack = slackIn(group)
  const ahead = sum(group.map((change) => change.ahead))
  if (growing.some((name) => ahead[name] < -slack[name])) return []
  // What was hidden so far is more likely to come out of the rest than what grows anyway.
  const gaining = group.toSorted((a, b) => Number(!isZero(a.booked)) - Number(!isZero(b.booked)))
  return losing.flatMap((from) =>
    gaining
      .filter((to) => to !== from)
      .map((to) => ({ from: nameOf(from), to: nameOf(to), counters: rename(from, to, slack) }))
      .filter(({ counters }) => !isZero(counters)),
  )
}

/** Books as much under `to` as it rose while `from` fell. Dollars within the slack leave nothing behind. */
function rename(from: Change, to: Change, slack: Counters): Counters {
  const taken = { ...noCounters }
  for (const name of counterNames) {
    const lost = Math.min(-from.ahead[name], from.booked[name])
    const amount = Math.min(lost, to.ahead[name])
    if (amount > 0) taken[name] = lost - amount <= slack[name] ? lost : amount
  }
  from.ahead = add(from.ahead, taken)
  from.booked = subtract(from.booked, taken)
  to.ahead = subtract(to.ahead, taken)
  to.booked = add(to.booked, taken)
  return taken
}

/** Each cell's dollars may differ a little from how they were added up before. */
function slackIn(group: readonly Change[]): Counters {
  return sum(
    group.map(({ booked }) =>
      mapCounters((name) => (isInDollars(name) ? slackOf(booked[name]) : 0)),
    ),
  )
}
