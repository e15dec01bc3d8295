import type { Shape } from './shape.ts'

/** What all answers of one version together say of a field, told apart by its own and its parent's name. */
export interface Pool {
  types: Map<string, Set<string>>
  optional: Set<string>
}

/** A value that is never null in the five rows of one sample may be null in the sixth: another sample shows it. */
export function poolShapes(shapes: readonly Shape[]): Pool {
  const pool: Pool = { types: new Map(), optional: new Set() }
  for (const shape of shapes) addToPool(pool, shape, [])
  return pool
}

function addToPool(pool: Pool, shape: Shape, names: readonly string[]): void {
  const place = placeOf(names)
  const types = pool.types.get(place) ?? new Set()
  for (const type of shape.scalars) types.add(type)
  pool.types.set(place, types)
  for (const inner of [shape.items, shape.values]) if (inner) addToPool(pool, inner, names)
  for (const name of shape.optional ?? []) pool.optional.add(placeOf([...names, name]))
  for (const [name, inner] of Object.entries(shape.fields ?? {})) {
    addToPool(pool, inner, [...names, name])
  }
}

export function placeOf(names: readonly string[]): string {
  return names.slice(-2).join('.')
}
