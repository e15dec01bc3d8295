import { allOf, firstOf, type AddressQuery } from './address-query.ts'

/** What an address of the original says, in our words; `null` is none of the original's. */
export function fromOriginal(
  query: AddressQuery,
  today: string,
): Record<string, string | string[]> | null {
  const { search, start, end, ...rest } = query
  const names = [search, start, end].map(firstOf)
  if (names.every((value) => value === undefined)) return null
  const [text] = names
  const [first, last] = [dayOf(start), dayOf(end)]
  const from = first ?? last
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, allOf(value)])),
    ...(text !== undefined && { q: text }),
    ...(from !== undefined && { from, to: last ?? today, tz: 'UTC' }),
  }
}

function dayOf(value: AddressQuery[string]): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(firstOf(value) ?? '')?.[0]
}
