import type { NextLever } from '@podium/contracts'
import type { Words } from '../../i18n/words.ts'
import type { Format } from '../../lib/format.ts'
import { amountText } from '../../ui/number-parts.ts'

export type Lever = NonNullable<NextLever['lever']>

/** What to do next, in words. */
export function leverText(lever: Lever, { levers }: Words['team'], format: Format): string {
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
      return levers.breadth(target)
    case 'efficiency':
    case 'reliability':
    case 'cache':
      return levers[lever.kind](current, target)
  }
}

/** What it would bring to which score; empty where the team has none yet. */
export function gainText(
  { score, lever }: Pick<NextLever, 'score' | 'lever'>,
  { gain: say }: Words['team'],
  format: Format,
): string {
  const points = lever?.gain_pts ?? null
  return points === null || score === null
    ? ''
    : say(format.decimal(points, 1), format.decimal(score, 1))
}
