import type { Format } from '../../lib/format.ts'

export type CommonUnit = {
  size: number
  /** Empty where numbers stand as they are. */
  name: string
  digits: 0 | 1 | 2
}

const sizes = [1e12, 1e9, 1e6, 1e3]

/** The unit in which the largest of many numbers is short. */
export function commonUnit(most: number, format: Format): CommonUnit {
  const size = sizes.find((one) => most >= one) ?? 1
  const digits =
    most / size >= 100 || (size === 1 && most >= 10) ? 0 : size === 1 && most < 1 ? 2 : 1
  return { size, name: size === 1 ? '' : format.compact(size).unit, digits }
}
