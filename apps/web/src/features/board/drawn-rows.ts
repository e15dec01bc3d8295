import {
  inject,
  onBeforeUnmount,
  onMounted,
  provide,
  shallowReactive,
  type InjectionKey,
  type Ref,
} from 'vue'

export type RowControl = 'link' | 'toggle'

/** A row that is in the page now, for those who measure it, move it or give it the focus. */
export type DrawnRow = {
  element: Readonly<Ref<HTMLElement | null>>
  /** What it has opened to. */
  details?: Readonly<Ref<HTMLElement | null>>
  focus: (control: RowControl) => void
}

/** By public team id. */
export type DrawnRows = ReadonlyMap<string, DrawnRow>

const drawnRowsKey: InjectionKey<Map<string, DrawnRow>> = Symbol('drawn rows')

export function provideDrawnRows(): void {
  provide(drawnRowsKey, shallowReactive(new Map()))
}

export function useDrawnRows(): DrawnRows {
  return injectRows()
}

/** A row makes itself known for as long as it is in the page. */
export function useDrawnRow(teamId: string, row: DrawnRow): void {
  const rows = injectRows()
  onMounted(() => rows.set(teamId, row))
  onBeforeUnmount(() => rows.delete(teamId))
}

function injectRows(): Map<string, DrawnRow> {
  const rows = inject(drawnRowsKey)
  if (rows === undefined) throw new Error('BoardView provides the drawn rows')
  return rows
}
