import type { Matrix, SeriesAnswer, UsageAnswer } from '@podium/contracts'
import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { ChartName } from '../../ui/charts/chart-links.ts'
import type { SeriesLook } from '../../ui/charts/picture.ts'
import { othersLook, seriesLooks } from '../../ui/charts/series-looks.ts'
import type { Answer } from './use-answer.ts'

type Kind = ChartName['kind']
type Looks = { lookOf: (kind: Kind, key: string) => SeriesLook }
const looksKey: InjectionKey<ComputedRef<Looks>> = Symbol('looks')

type Sources = {
  series?: Answer<SeriesAnswer>
  matrix?: Answer<Matrix>
  providers?: Answer<UsageAnswer>
}

/** The same name has the same colour on every card: those of the large chart first, then by rank. */
export function provideLooks({ series, matrix, providers }: Sources): void {
  const looks = computed(() => {
    const lines = series?.data.value?.lines ?? []
    const drawn = (kind: Kind) =>
      lines.flatMap((line) => (line.kind === kind && line.key !== null ? line.key : []))
    const teams = matrix?.data.value?.teams ?? []
    const marks = new Map(teams.flatMap(({ id, mark }) => (mark === null ? [] : [[id, mark]])))
    const of = {
      team: seriesLooks([...drawn('team'), ...teams.map(({ id }) => id)], marks),
      model: seriesLooks([...drawn('model'), ...(matrix?.data.value?.models ?? [])]),
      provider: seriesLooks([
        ...drawn('provider'),
        ...(providers?.data.value?.rows ?? []).flatMap(({ key }) => key ?? []),
      ]),
    }
    return { lookOf: (kind: Kind, key: string) => of[kind].get(key) ?? othersLook }
  })
  provide(looksKey, looks)
}

export function useLooks(): ComputedRef<Looks> {
  const looks = inject(looksKey)
  if (looks === undefined) throw new Error('The page provides the looks of names')
  return looks
}
