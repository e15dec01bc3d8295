import type { NextLever } from '@podium/contracts'
import type { Words } from '../../i18n/words.ts'
import type { Format } from '../../lib/format.ts'
import { amountText } from '../board/measures.ts'

export type Lever = NonNullable<NextLever['lever']>

/** What to do next, in words. */
export function leverText(lever: Lever, { levers }: Words['team'], format: Format): string {
  const amount = (value: number) => {
    if (lever.unit === 'percent') return `${format.decimal(value, 1)}\u00A0%`
    if (lever.unit === 'share') return `${format.decimal(100 * value, 0)}\u00A0%`
    return amountText(value, 'count', format)
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

/** What it would bring; empty where it is not points. */
export function gainText({ gain }: Lever, { gain: say }: Words['team'], format: Format): string {
  return gain === null ? '' : say(format.decimal(gain, 1))
}
