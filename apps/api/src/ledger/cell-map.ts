import type { CellName } from '../domain/cell.ts'

export type ReadonlyCellMap<Value> = Iterable<Value> & {
  readonly size: number
  get: (name: CellName) => Value | undefined
  has: (name: CellName) => boolean
}

/** A map by cell that makes no text of the name: a poll looks up thousands of cells several times. */
export class CellMap<Value extends object> implements ReadonlyCellMap<Value> {
  readonly #teams = new Map<string | null, Map<string, Map<string, Value>>>()
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

  get({ teamId, key, model }: CellName): Value | undefined {
    return this.#teams.get(teamId)?.get(key)?.get(model)
  }

  has(name: CellName): boolean {
    return this.get(name) !== undefined
  }

  set({ teamId, key, model }: CellName, value: Value): void {
    const keys = inner(this.#teams, teamId)
    const models = inner(keys, key)
    if (!models.has(model)) this.#size += 1
    models.set(model, value)
  }

  *[Symbol.iterator](): Iterator<Value> {
    for (const keys of this.#teams.values())
      for (const models of keys.values()) yield* models.values()
  }
}

function inner<Name, Key, Value>(maps: Map<Name, Map<Key, Value>>, name: Name): Map<Key, Value> {
  const known = maps.get(name)
  if (known !== undefined) return known
  const made = new Map<Key, Value>()
  maps.set(name, made)
  return made
}
