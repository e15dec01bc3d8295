import type { AddressQuery } from '../../lib/address-query.ts'
import { firstOf } from '../../lib/address-query.ts'

/** The fewer rows, the larger they are: for a room, a hall, and a screen that people pass by. */
export const wallSizes = {
  room: { rows: 10, scale: 1 },
  hall: { rows: 8, scale: 1.25 },
  tv: { rows: 6, scale: 1.6 },
} as const
export type WallSize = keyof typeof wallSizes

const names: readonly WallSize[] = ['room', 'hall', 'tv']

export function sizeOf(query: AddressQuery): WallSize {
  const asked = firstOf(query['size'])
  return names.find((name) => name === asked) ?? 'room'
}

export function nextSize(size: WallSize): WallSize {
  return names[(names.indexOf(size) + 1) % names.length] ?? 'room'
}
