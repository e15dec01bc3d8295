import { toggled } from '../filters/filter-choices.ts'
import { useView } from '../filters/use-view.ts'
import type { FilterKind } from '../filters/view.ts'

type Name = { kind: FilterKind; key: string }

/** Every name is a filter: a click shows it alone, on the only chosen one it takes the filter off, Shift adds. */
export function useNameFilter(): (name: Name, isAdded: boolean) => void {
  const { view, change } = useView()
  return ({ kind, key }, isAdded) => change({ [kind]: chosenNames(view.value[kind], key, isAdded) })
}

export function chosenNames(
  chosen: readonly string[],
  name: string,
  isAdded: boolean,
): readonly string[] {
  if (isAdded) return toggled(chosen, name)
  return chosen.length === 1 && chosen[0] === name ? [] : [name]
}
