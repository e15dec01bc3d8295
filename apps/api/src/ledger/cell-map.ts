import { cellId, type CellName } from '../domain/cell.ts'

export type ReadonlyCellMap<Value> = Iterable<Value> & {
  readonly size: number
  get: (name: CellName) => Value | undefined
  has: (name: CellName) => boolean
}

/** A map by cell. */
export class CellMap<Value extends object> implements ReadonlyCellMap<Value> {
  readonly #values = new Map<string, Value>()

  /** Values that bear the name of their own cell. */
  static of<Named extends CellName>(values: Iterable<Named>): CellMap<Named> {
    const map = new CellMap<Named>()
    for (const value of values) map.set(value, value)
    return map
  }

  get size(): number {
    return this.#values.size
  }

  get(name: CellName): Value | undefined {
    return this.#values.get(cellId(name))
  }

  has(name: CellName): boolean {
    return this.#values.has(cellId(name))
  }

  set(name: CellName, value: Value): void {
    this.#values.set(cellId(name), value)
  }

  [Symbol.iterator](): Iterator<Value> {
    return this.#values.values()
  }
}
