import { shallowRef, watch, type ShallowRef } from 'vue'
import type { RankedRow } from '../board/ranked-rows.ts'
import { gapTrend, remembered, type GapTrend, type Standing } from './gap-trend.ts'
import { latestOvertakes, overtakesBetween, type Overtake } from './overtakes.ts'

type News = {
  overtakes: Readonly<ShallowRef<readonly Overtake[]>>
  /** By the public id of the lower team. */
  trends: Readonly<ShallowRef<ReadonlyMap<string, GapTrend>>>
}

/** What has changed since this screen watches. `key` names what is ranked: of another ranking nothing is known. */
export function useNews(
  rows: () => readonly RankedRow[],
  key: () => string,
  now: () => number,
): News {
  const overtakes = shallowRef<readonly Overtake[]>([])
  const trends = shallowRef<ReadonlyMap<string, GapTrend>>(new Map())
  let memory: readonly Standing[] = []

  watch([rows, key], ([after, ranking], [before, rankingBefore]) => {
    if (ranking !== rankingBefore) {
      memory = []
      overtakes.value = []
      trends.value = new Map()
      return
    }
    const at = now()
    const standing = { at, values: new Map(after.map(({ team, value }) => [team.id, value])) }
    overtakes.value = latestOvertakes(overtakes.value, overtakesBetween(before, after, at), at)
    trends.value = new Map(
      after.flatMap(({ team }, index) => {
        const above = after[index - 1]
        const trend =
          above === undefined ? null : gapTrend(memory, standing, above.team.id, team.id)
        return trend === null ? [] : [[team.id, trend]]
      }),
    )
    memory = remembered(memory, standing)
  })
  return { overtakes, trends }
}
