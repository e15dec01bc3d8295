export const mebibyte = 1024 * 1024
export const megabyte = 1_000_000
export const megahertz = 1_000_000
export const percent = 0.01
export const millijoule = 1e-3
export const microjoule = 1e-6

export function times(value: number | null, unit: number): number | null {
  return value === null ? null : value * unit
}
