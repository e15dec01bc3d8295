import type { NextLever } from '@podium/contracts'
import type { TeamWords } from '../../i18n/en/team.ts'
import type { Format } from '../../lib/format.ts'
import { numberParts, type NumberKind } from '../../ui/number-parts.ts'

type Lever = NonNullable<NextLever['lever']>

const kinds: Record<Lever['unit'], NumberKind> = {
  requests: 'count',
  tokens: 'count',
  tokens_per_usd: 'count',
  percent: 'percent',
  share: 'share',
  models: 'count',
}

/** What to do next, in words. */
export function leverText(lever: Lever, { levers }: TeamWords, format: Format): string {
  const amount = (value: number) => {
    const { value: text, unit } = numberParts(value, kinds[lever.unit], format)
    return unit === '' ? text : `${text}\u202F${unit}`
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
export function gainText({ gain }: Lever, { gain: say }: TeamWords, format: Format): string {
  return gain === null ? '' : say(format.decimal(gain, 1))
}
