/** Fields in the order in which releases brought them, with the value they have when nothing is set. */
export type FieldsSince = readonly (readonly [since: number, fields: Record<string, unknown>])[]

export function fieldsOf(release: number, catalogue: FieldsSince): Record<string, unknown> {
  const known = catalogue.filter(([since]) => since <= release).map(([, fields]) => fields)
  return Object.fromEntries(known.flatMap((fields) => Object.entries(fields)))
}

/** Python writes microseconds; the last three digits are always zero here. */
export function pythonInstant(ms: number, zone: 'Z' | '+00:00' = 'Z'): string {
  return new Date(ms).toISOString().replace('Z', `000${zone}`)
}
