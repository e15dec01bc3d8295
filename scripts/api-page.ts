import { routeName, type Examples } from '../apps/api/src/http/openapi/describe-api.ts'
import { curlLine } from './curl-line.ts'
import type { Route } from '../apps/api/src/http/routes/route.ts'

/** docs/api.md: how to ask, every route of the table, and what some of them really answer. */
export function apiPage(routes: readonly Route[], examples: Examples): string {
  const rows = routes.map(
    ({ method, path, access, summary }) => `| \`${method} ${path}\` | ${access} | ${summary} |`,
  )
  const shown = [
    '/tokens/models',
    '/api/v1/teams',
    '/api/v1/series',
    '/api/v1/teams/:id/next-lever',
  ]
  const answers = routes
    .filter(({ path }) => shown.includes(path))
    .map((route) => section(route, examples))
  return `# The HTTP API

Everything on the board can be asked for. A running Podium describes itself: \`/docs\` is a page that explains every
parameter and field and can try requests, \`/openapi.json\` is the same as OpenAPI 3.1, from which clients can be
generated.

\`\`\`sh
PODIUM=http://127.0.0.1:4180
curl "$PODIUM/api/v1/board?range=24h&measure=tokens"
curl "$PODIUM/api/v1/usage?range=today&by=team&then=model&compare=before&tz=Europe/Berlin"
curl "$PODIUM/api/v1/series?range=7d&bucket=day&by=team&top=5&tz=Europe/Berlin"
curl --no-buffer "$PODIUM/api/v1/live"
\`\`\`

Where reading is not open, each request needs a way in: \`--header "Authorization: Bearer $VIEWER_TOKEN"\`, a user by
\`--user\`, or in a browser the cookie of \`POST /api/v1/session\`
([what can be set](configuration.md)).

- Money is in US dollars at full precision, instants are ISO 8601 in UTC, and what is not known is \`null\`, never 0.
- Answers have an \`ETag\`; send it back as \`If-None-Match\` and an unchanged answer is an empty 304.
- Every refusal is an [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem whose \`detail\` is a sentence,
  with \`parameter\` where one is at fault. Under \`/api/v1\` an unknown parameter is refused, under \`/tokens\` ignored.
- A board of many teams is large: \`fields=team&fields=value&fields=usage.spend_usd\` leaves nothing else in its rows.
- \`/usage\` is a table and \`/series\` a chart of the same figures, by team, model or provider, and with \`then\` by two of
  them; \`compare=before\` adds the period before. Every answer about a span has a \`balance\`: whether it adds up.
- Every answer has an \`x-request-id\`, and the log names it; one of yours (\`[\\w=-]{1,64}\`) is kept.

| route | who may ask | answers |
| --- | --- | --- |
${rows.join('\n')}

${answers.join('\n\n')}

${liveStream}

## Metrics

\`/metrics\` is for Prometheus, and goes to an OpenTelemetry collector where \`OTEL_EXPORTER_OTLP_ENDPOINT\` is set.
The usage of teams (\`podium_team_day_…\`) is in gauges of the UTC day: they begin at 0 at midnight and may fall when the
gateway takes something back, which a counter may not. Use \`max_over_time\` and \`deriv\`, not \`rate\`.

\`\`\`yaml
scrape_configs:
  - job_name: podium
    authorization: { credentials_file: /run/secrets/viewer_token }
    static_configs: [{ targets: ['podium:4180'] }]
\`\`\`

_Made by \`npm run docs\` from the route table and what a small Podium answers._
`
}

const liveStream = `## The live stream

\`/api/v1/live\` says *that* something changed; clients ask for the new values as always. \`hello\` comes first and says
which version the data has, \`data\` follows with each new version, \`status\` at once when the gateway can no longer be read
or can be read again, and \`bye\` comes before the end:

\`\`\`
event: data
data: {"data_version":41,"at":"2026-11-21T12:01:10.000Z","changed":{"names":false,"days":["2026-11-21"]}}
\`\`\`

\`changed\` is what is new since the event before: \`days\` lists the days of which something was booked, and \`names\` says
whether teams, models, keys, labels or prices changed, which every answer contains. An answer about other days is still
the same. Where \`changed\` is \`null\`, and after a \`hello\` with another \`data_version\` than the last one, anything may be
new. A client that comes back with \`Last-Event-ID\` gets the events that it missed.

A span that ends now moves on, and a day begins, without any event: whoever shows \`range=1h\` or \`today\` asks for it again
once a minute where nothing is heard, as the page does.

\`status\` has the \`sources\` of \`/api/v1/status\`; it comes when the \`state\` or the \`reason\` of one of them is another one
than before, on every process that serves the same store.`

function section(route: Route, examples: Examples): string {
  const { path, answer } = examples[routeName(route)] ?? { path: route.path, answer: null }
  return `## ${route.summary}

\`\`\`sh
${curlLine(route, path)}
\`\`\`

\`\`\`json
${JSON.stringify(answer, null, 2)}
\`\`\``
}
