/** What stands behind the `?` of an address, as the router gives and takes it. */
export type AddressQuery = Readonly<Record<string, AddressValue>>
type AddressValue = string | null | undefined | readonly (string | null)[]

export function allOf(value: AddressValue): string[] {
  const values = typeof value === 'object' && value !== null ? value : [value]
  return values.filter((one): one is string => typeof one === 'string' && one !== '')
}

export function firstOf(value: AddressValue): string | undefined {
  return allOf(value)[0]
}
