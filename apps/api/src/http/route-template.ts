/** Which route of the table a request is for. The page and all that is unknown is one: no address becomes a label. */
export function createRouteTemplate(routes: readonly { path: string }[]): (url: string) => string {
  const paths = new Set(routes.map(({ path }) => path).filter((path) => !path.includes('*')))
  const plain = new Set([...paths].filter((path) => !path.includes(':')))
  const patterns = [...paths]
    .filter((path) => path.includes(':'))
    .map((path) => ({ path, pattern: patternOf(path) }))
  return (url) => {
    const end = url.indexOf('?')
    const path = end === -1 ? url : url.slice(0, end)
    if (plain.has(path)) return path
    return patterns.find(({ pattern }) => pattern.test(path))?.path ?? '/*'
  }
}

/** As Hono reads it: a name takes what has no slash, or what its own pattern says. */
function patternOf(path: string): RegExp {
  const text = path
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/:\w+\{([^}]*)\}/g, '$1')
    .replaceAll(/:\w+/g, '[^/]+')
  return new RegExp(`^${text}$`)
}
