import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

/** A team, model or provider; its name is a filter wherever it stands. */
export type ChartName = { kind: 'team' | 'model' | 'provider'; key: string; label: string }

/** What the cards of a page have in common. */
export type ChartLinks = {
  /** Under the pointer or the focus: all others are dimmed on every card. */
  pointedAt: ShallowRef<ChartName | null>
  /** The instant under the pointer, ISO 8601: every chart over time shows it. */
  instant: ShallowRef<string | null>
  /** Shows only this; `isAdded` keeps what is chosen already. Without it names are text. */
  choose: ((name: ChartName, isAdded: boolean) => void) | null
}

const linksKey: InjectionKey<ChartLinks> = Symbol('chart links')

export function provideChartLinks(choose: ChartLinks['choose'] = null): ChartLinks {
  const links: ChartLinks = { pointedAt: shallowRef(null), instant: shallowRef(null), choose }
  provide(linksKey, links)
  return links
}

/** A chart that stands alone has links of its own. */
export function useChartLinks(): ChartLinks {
  return inject(
    linksKey,
    () => ({ pointedAt: shallowRef(null), instant: shallowRef(null), choose: null }),
    true,
  )
}

export function isSameName(one: ChartName | null, other: ChartName | null): boolean {
  return one !== null && other !== null && one.kind === other.kind && one.key === other.key
}
