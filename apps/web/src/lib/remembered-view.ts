import { parseQuery, stringifyQuery } from 'vue-router'
import type { AddressQuery } from './address-query.ts'
import { viewOn } from './pages.ts'

/**
 * The part of an address behind its `?` with which the next visit begins; `null` is the defaults. A search is of the
 * moment, and what only one page has, such as the measure of the board, stays as it was while another page is shown.
 */
export function rememberedView(
  path: string,
  query: AddressQuery,
  before: string | null,
): string | null {
  const isBoard = path === '/' || path === '/wall' || path.startsWith('/t/')
  const view = isBoard ? query : { ...query, measure: parseQuery(before ?? '')['measure'] }
  return stringifyQuery(viewOn('/', view)) || null
}
