import { allOf, type AddressQuery } from './address-query.ts'

/** The pages of the top bar. */
export const pages = [
  { name: 'board', path: '/' },
  { name: 'analytics', path: '/analytics' },
  { name: 'models', path: '/models' },
  { name: 'inference', path: '/inference' },
] as const

export type PageName = (typeof pages)[number]['name']

/** What an address says on every page about traffic: the span, and whose. */
const sharedParts = new Set(['range', 'from', 'to', 'tz', 'basis', 'team', 'model', 'provider'])

/** The board, and the board on the wall. */
const hasMeasure = (path: string) => path === '/' || path === '/wall'

/** The part of a view that a page understands. */
export function viewOn(path: string, view: AddressQuery): Record<string, string | string[]> {
  const known = Object.entries(view).flatMap(([name, value]) => {
    const isKnown = sharedParts.has(name) || (hasMeasure(path) && name === 'measure')
    if (!isKnown || value === undefined || value === null) return []
    return [[name, typeof value === 'object' ? allOf(value) : value] as const]
  })
  return Object.fromEntries(known)
}
