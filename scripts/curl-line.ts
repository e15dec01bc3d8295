import type { RawRoute, Route } from '../apps/api/src/http/routes/route.ts'

/** How to ask it in a shell where `PODIUM` is the address. `asked` is a path that is known to answer. */
export function curlLine(route: Route, asked: string | undefined): string {
  const { method, path, access } = route
  const flags = [
    method === 'GET' ? [] : `--request ${method}`,
    access === 'admin' ? '--header "Authorization: Bearer $ADMIN_TOKEN"' : [],
    route.kind === 'raw' && route.body !== undefined ? `--json '${blank(route.body)}'` : [],
    isStream(route) ? '--no-buffer' : [],
  ].flat()
  return ['curl', ...flags, `"$PODIUM${asked ?? path}"`].join(' ')
}

function isStream(route: Route): boolean {
  return route.kind === 'raw' && route.answers[200]?.type === 'text/event-stream'
}

/** The fields that a body has, to be filled in. */
function blank(body: NonNullable<RawRoute['body']>): string {
  return JSON.stringify(Object.fromEntries(Object.keys(body.shape).map((name) => [name, '…'])))
}
