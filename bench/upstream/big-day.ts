type Size = { teams: number; models: number; keysPerTeam: number }

/** One day as a gateway would say it: every row repeated under models, groups, keys and teams, of `times` requests. */
export function bigDay(date: string, size: Size, times = 1): string {
  const metrics = (rows: number) => metricsOf(rows * times)
  const teams = Array.from({ length: size.teams }, (_, index) => `team-${index}-8f14e45fceea167a`)
  const models = Array.from({ length: size.models }, (_, index) => `model-${index}`)
  const keysOf = (team: string) =>
    Array.from({ length: size.keysPerTeam }, (_, index) => `${team}-${index}`.padEnd(64, '0'))
  const keys = teams.flatMap((team) => keysOf(team).map((key) => ({ team, key })))
  const perKey = (rows: number) =>
    Object.fromEntries(
      keys.map(({ team, key }) => [
        key,
        { metrics: metrics(rows), metadata: { key_alias: key.slice(0, 12), team_id: team } },
      ]),
    )
  const perModel = Object.fromEntries(
    models.map((model) => [
      model,
      { metrics: metrics(keys.length), metadata: {}, api_key_breakdown: perKey(1) },
    ]),
  )
  const entities = Object.fromEntries(
    teams.map((team) => [
      team,
      {
        metrics: metrics(size.models * size.keysPerTeam),
        metadata: { team_alias: team },
        api_key_breakdown: Object.fromEntries(
          keysOf(team).map((key) => [key, { metrics: metrics(size.models), metadata: {} }]),
        ),
      },
    ]),
  )
  const total = metrics(keys.length * size.models)
  const breakdown = {
    models: perModel,
    model_groups: perModel,
    providers: { openai: { metrics: total, metadata: {}, api_key_breakdown: perKey(size.models) } },
    endpoints: {},
    mcp_servers: {},
    api_keys: perKey(size.models),
    entities,
  }
  return JSON.stringify({
    results: [{ date, metrics: total, breakdown }],
    metadata: { page: 1, total_pages: 1, has_more: false },
  })
}

function metricsOf(rows: number) {
  return {
    spend: rows * 0.0123456789,
    prompt_tokens: rows * 1234,
    completion_tokens: rows * 345,
    cache_read_input_tokens: rows * 100,
    cache_creation_input_tokens: rows * 10,
    total_tokens: rows * 1579,
    api_requests: rows,
    successful_requests: rows,
    failed_requests: 0,
  }
}
