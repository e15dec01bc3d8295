import type { Before, SeriesMeasure } from '@podium/contracts'
import { idOf, type GroupName, type Grouped } from '../grouping.ts'
import type { Terms } from '../prices.ts'
import { usageOf } from '../usage.ts'
import { relative } from '../usage-rows/change.ts'
import {
  groupTraffic,
  partsById,
  sizeOf,
  type Group,
  type Known,
} from '../usage-rows/group-traffic.ts'
import type { ModelTotal } from '../../domain/traffic.ts'
import { roundUsd } from '../../domain/dollars.ts'
import { measureParts } from './measure-parts.ts'

export type PastLines = Known & { termsOf: Terms; told: Before }

/** Those that changed most, up or down, come first; without a known past the largest do. */
export function rankByChange(
  past: PastLines,
  asked: Grouped & { measure: SeriesMeasure },
): (groups: readonly Group[]) => readonly Group[] {
  const { weight } = measureParts(asked.measure)
  const before = partsById(groupTraffic(past, { ...asked, measure: weight }))
  const changeOf = ({ name, size }: Group) =>
    Math.abs(size - sizeOf(before.get(idOf(name)) ?? [], weight))
  return (groups) => groups.toSorted((a, b) => changeOf(b) - changeOf(a))
}

/** What lines were in the period before, by the groups that they have now. */
export function pastOfLines(past: PastLines, asked: Grouped & { measure: SeriesMeasure }) {
  const { weight } = measureParts(asked.measure)
  const groups = groupTraffic(past, { ...asked, measure: weight })
  const known = partsById(groups)
  return {
    ofGroups: (names: readonly GroupName[]) =>
      figureOf(
        names.flatMap((name) => known.get(idOf(name)) ?? []),
        asked.measure,
        past.termsOf,
      ),
    /** Of those that are not among these, whether they still have traffic or not. */
    ofOthers: (own: readonly GroupName[]) => {
      const ids = new Set(own.map(idOf))
      const parts = groups
        .filter(({ name }) => !ids.has(idOf(name)))
        .flatMap((group) => group.parts)
      return figureOf(parts, asked.measure, past.termsOf)
    },
    ofAll: () =>
      figureOf(
        groups.flatMap(({ parts }) => parts),
        asked.measure,
        past.termsOf,
      ),
  }
}

function figureOf(parts: readonly ModelTotal[], measure: SeriesMeasure, termsOf: Terms) {
  const { of, fromUsage } = measureParts(measure)
  return fromUsage === null ? roundUsd(sizeOf(parts, of)) : fromUsage(usageOf(parts, termsOf))
}

export function changeOfLine(
  now: number | null,
  before: number | null,
  measure: SeriesMeasure,
): number | null {
  if (!measureParts(measure).isRate) return relative(now, before)
  if (now === null || before === null) return null
  return (measure === 'success' ? 1 : 100) * (now - before)
}
