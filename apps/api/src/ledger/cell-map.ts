import type { CellName } from '../domain/cell.ts'

export type ReadonlyCellMap<Value> = Iterable<Value> & {
  readonly size: number
  get: (name: CellName) => Value | undefined
  has: (name: CellName) => boolean
}

type ByModel<Value> = Map<string, Value>
type ByKey<Value> = Map<string, ByModel<Value>>

/** A map by cell: by team, key and model, because to make one text of the three takes longer than to look thrice. */
export class CellMap<Value extends object> implements ReadonlyCellMap<Value> {
  readonly #teams = new Map<string | null, ByKey<Value>>()
  #size = 0

  /** Values that bear the name of their own cell. */
  static of<Named extends CellName>(values: Iterable<Named>): CellMap<Named> {
    const map = new CellMap<Named>()
    for (const value of values) map.set(value, value)
    return map
  }

  get size(): number {
    return this.#size
  }

  get({ teamId, model, key }: CellName): Value | undefined {
    return this.#teams.get(teamId)?.get(key)?.get(model)
  }

  has(name: CellName): boolean {
    return this.get(name) !== undefined
  }

  set({ teamId, model, key }: CellName, value: Value): void {
    const keys = mapIn(this.#teams, teamId)
    const models = mapIn(keys, key)
    const { size } = models
    this.#size += models.set(model, value).size - size
  }

  *[Symbol.iterator](): Iterator<Value> {
    for (const keys of this.#teams.values())
      for (const models of keys.values()) yield* models.values()
  }
}

function mapIn<Name, Inner, Value>(outer: Map<Name, Map<Inner, Value>>, name: Name) {
  const existing = outer.get(name)
  if (existing !== undefined) return existing
  const made = new Map<Inner, Value>()
  outer.set(name, made)
  return made
}
