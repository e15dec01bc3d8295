import { placeOf } from './pool.ts'
import type { Pool } from './pool.ts'
import type { Shape } from './shape.ts'

/** Where an answer of ours has a key or type that the genuine one has not, or lacks one that it always has. */
export function findDifferences(
  ours: Shape,
  genuine: Shape,
  pool: Pool,
  names: readonly string[] = [],
): string[] {
  const path = ['$', ...names].join('.')
  const found = ours.scalars
    .filter((type) => !genuine.scalars.includes(type))
    .filter((type) => pool.types.get(placeOf(names))?.has(type) !== true)
    .map((type) => `${path}: ${type} is not genuine`)
  for (const kind of ['items', 'values', 'fields'] as const) {
    if (ours[kind] !== undefined && genuine[kind] === undefined) found.push(`${path}: no ${kind}`)
  }
  for (const kind of ['items', 'values'] as const) {
    const [mine, theirs] = [ours[kind], genuine[kind]]
    if (mine && theirs) found.push(...findDifferences(mine, theirs, pool, names))
  }
  if (ours.fields && genuine.fields) found.push(...compareFields(ours, genuine, pool, names))
  return found
}

function compareFields(
  ours: Shape,
  genuine: Shape,
  pool: Pool,
  names: readonly string[],
): string[] {
  const path = ['$', ...names].join('.')
  const mine = ours.fields ?? {}
  const theirs = genuine.fields ?? {}
  const found = Object.keys(theirs)
    .filter(
      (key) => !genuine.optional?.includes(key) && !pool.optional.has(placeOf([...names, key])),
    )
    .filter((key) => !Object.hasOwn(mine, key) || ours.optional?.includes(key))
    .map((key) => `${path}.${key}: missing`)
  for (const [key, shape] of Object.entries(mine)) {
    const counterpart = theirs[key]
    if (counterpart !== undefined) {
      found.push(...findDifferences(shape, counterpart, pool, [...names, key]))
    } else if (genuine.isOpen !== true) {
      found.push(`${path}.${key}: not genuine`)
    }
  }
  return found
}
