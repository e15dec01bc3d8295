import { inspect, isDeepStrictEqual } from 'node:util'

/** Every place in which two JSON values differ, by value or by type. */
export function differences(found: unknown, expected: unknown, place = ''): string[] {
  if (isDeepStrictEqual(found, expected)) return []
  if (!isBranch(found) || !isBranch(expected) || Array.isArray(found) !== Array.isArray(expected))
    return [`${place}: found ${inspect(found)}, expected ${inspect(expected)}`]
  return [...new Set([...Object.keys(found), ...Object.keys(expected)])].flatMap((name) =>
    differences(found[name], expected[name], `${place}/${name}`),
  )
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
