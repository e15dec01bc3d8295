/** Every sentence with the path to it. */
export function sentences(value: object, path = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? sentences(inner, `${path}${key}.`)
      : [[path + key, inner]],
  )
}
