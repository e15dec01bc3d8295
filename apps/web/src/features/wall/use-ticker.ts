import { computed, type ComputedRef } from 'vue'
import type { BoardMeasure, TeamName } from '@podium/contracts'
import { useI18n } from '../../i18n/use-i18n.ts'
import { amountText } from '../../ui/number-parts.ts'
import { gapKindOf } from '../board/measures.ts'
import type { RankedRow } from '../board/ranked-rows.ts'
import type { FullEngine } from './full-engines.ts'
import type { Overtake } from './overtakes.ts'
import { useWallWords } from './use-wall-words.ts'

/** A name, and what there is to say of it. */
export type TickerItem = { key: string; name: string; text: string; tone: 'news' | 'warn' }

const mostMovers = 4

/** Engines that are full, overtakes that this screen saw, then who gained places in the last 15 minutes, then who leads and by how much. */
export function useTicker(
  rows: () => readonly RankedRow[],
  measure: () => BoardMeasure,
  overtakes: () => readonly Overtake[],
  full: () => readonly FullEngine[],
): ComputedRef<readonly TickerItem[]> {
  const { words, format } = useI18n()
  const own = useWallWords()

  const placeText = (rank: number) => words.value.board.ordinal(rank)
  return computed(() => {
    const passed = overtakes().map(({ team, passed: other, rank }) => ({
      ...ofTeam('pass', team),
      text: own.value.passes(other.name, placeText(rank)),
    }))
    const told = new Set(overtakes().map(({ team }) => team.id))
    const movers = rows()
      .filter(({ movement, team }) => (movement ?? 0) > 0 && !told.has(team.id))
      .toSorted((one, other) => (other.movement ?? 0) - (one.movement ?? 0))
      .slice(0, mostMovers)
      .map(({ team, movement }) => ({
        ...ofTeam('up', team),
        text: own.value.up(movement ?? 0, format.value.count(movement ?? 0)),
      }))
    return [...full().map(fullItem), ...passed, ...movers, ...leaderItem()]
  })

  function fullItem({ model, waiting, isOwn }: FullEngine): TickerItem {
    const { engineFull, ownEngineFull, waits } = own.value
    const told = isOwn ? ownEngineFull : engineFull
    const text = waiting === null ? told : `${told}: ${waits(waiting, format.value.count(waiting))}`
    return { key: `full ${model}`, name: model, text, tone: 'warn' }
  }

  function leaderItem(): TickerItem[] {
    const [leader] = rows()
    if (leader === undefined || leader.gap === null || leader.gap === 0) return []
    const amount = amountText(leader.gap, gapKindOf[measure()], format.value)
    return [{ ...ofTeam('leads', leader.team), text: words.value.board.leadsBy(amount) }]
  }
}

function ofTeam(what: string, { id, name }: TeamName) {
  return { key: `${what} ${id}`, name, tone: 'news' as const }
}
