export function collectorUrlProblem(text: string): string | null {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    return 'is no address of a collector: it looks like http://localhost:4318'
  const { username, password, search, hash } = new URL(text)
  const isBare = `${username}${password}${search}${hash}` === ''
  return isBare ? null : 'must be an address alone: credentials belong to the headers'
}

/** As OpenTelemetry words them; `null` is something else. */
export function parseHeaders(text: string): Record<string, string> | null {
  const pairs = text.split(',').map((pair) => /^\s*([\w-]+)\s*=\s*([\x21-\x7e]*?)\s*$/.exec(pair))
  const headers: Record<string, string> = {}
  for (const pair of pairs) {
    const [, name, value] = pair ?? []
    if (name === undefined || value === undefined || !/^(?:[^%]|%[2-7][\da-f])*$/i.test(value))
      return null
    headers[name.toLowerCase()] = decodeURIComponent(value)
  }
  return headers
}

export function headersProblem(text: string): string | null {
  return parseHeaders(text) === null
    ? 'is no list of headers: it looks like name=value,other=value'
    : null
}
