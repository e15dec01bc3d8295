export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A copy in which every value went through `change`, children before their parents; keys may be `__proto__`. */
export function mapJson(
  value: unknown,
  change: (value: unknown, name: string) => unknown,
  name = '',
): unknown {
  if (Array.isArray(value))
    return change(
      value.map((item: unknown) => mapJson(item, change)),
      name,
    )
  if (!isRecord(value)) return change(value, name)
  const fields = Object.entries(value).map(([key, inner]) => [key, mapJson(inner, change, key)])
  return change(Object.fromEntries(fields), name)
}
