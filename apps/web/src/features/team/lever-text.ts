import type { NextLever } from '@podium/contracts'
import type { TeamWords } from './use-team-words.ts'
import type { Format } from '../../lib/format.ts'
import { amountText } from '../../ui/number-parts.ts'

export type Lever = NonNullable<NextLever['lever']>

/** What to do next, in words. */
export function leverText(lever: Lever, { levers }: TeamWords, format: Format): string {
  const amount = (value: number) => {
    const kind = lever.unit === 'percent' || lever.unit === 'share' ? lever.unit : 'count'
    return amountText(value, kind, format)
  }
  const current = amount(lever.current ?? 0)
  const target = amount(lever.target)
  const left = amount(lever.target - (lever.current ?? 0))
  switch (lever.kind) {
    case 'qualify':
      return lever.unit === 'requests' ? levers.qualify.requests(left) : levers.qualify.tokens(left)
    case 'volume':
      return levers.volume(left)
    case 'breadth':
      return lever.model === null ? levers.breadth(target) : levers.tryModel(lever.model)
    case 'efficiency':
      return lever.move === null
        ? levers.efficiency(current, target)
        : levers.move(lever.move.from, lever.move.to)
    case 'reliability':
    case 'cache': {
      const text = levers[lever.kind](current, target)
      return lever.model === null ? text : levers.beginWith(text, lever.model)
    }
  }
}

/** What it would bring, in points and dollars; empty where the team has no score yet. */
export function gainText(lever: Lever, { gain: say }: TeamWords, format: Format): string {
  if (lever.gain_pts === null) return ''
  const points = say(format.decimal(lever.gain_pts, lever.gain_pts < 1 ? 2 : 1))
  const saved = lever.move?.saves_usd ?? 0
  return saved < 0.005 ? points : `${points}, −${format.usd(saved)}`
}

/** Both in one sentence. */
export function adviceText(lever: Lever, words: TeamWords, format: Format): string {
  const text = leverText(lever, words, format)
  const gain = gainText(lever, words, format)
  return gain === '' ? text : `${text}: ${gain}`
}
