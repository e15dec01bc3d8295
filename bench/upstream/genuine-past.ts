import { Client } from 'pg'

export type GenuinePast = { teams: number; models: number; days: readonly string[] }

/** What a genuine gateway would have counted, straight into its own tables. */
export async function bookGenuinePast(url: string, past: GenuinePast): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(teams, [past.teams])
    await client.query(keys, [past.teams])
    for (const day of past.days) await client.query(rows, [day, past.teams, past.models])
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

const teams = `
  INSERT INTO "LiteLLM_TeamTable" (team_id, team_alias, updated_at)
  SELECT 'bench-team-' || t, 'Bench team ' || t, now() FROM generate_series(1, $1::int) AS t`

const keys = `
  INSERT INTO "LiteLLM_VerificationToken" (token, key_alias, team_id, updated_at)
  SELECT md5('bench key ' || t), 'bench-key-' || t, 'bench-team-' || t, now()
  FROM generate_series(1, $1::int) AS t`

/** Dollars are sums of binary fractions, so that whoever adds them up gets the same. */
const rows = `
  INSERT INTO "LiteLLM_DailyTeamSpend" (id, team_id, date, api_key, model, model_group,
    custom_llm_provider, prompt_tokens, completion_tokens, spend, api_requests,
    successful_requests, failed_requests, updated_at)
  SELECT gen_random_uuid()::text, 'bench-team-' || t, $1::text, md5('bench key ' || t),
    'bench-model-' || m, 'bench-model-' || m, 'openai',
    1000 + (t * 31 + m * 7) % 997, 100 + (t + m) % 89, ((t * 13 + m) % 512 + 1) / 128.0,
    21 + (t + m) % 40, 20 + (t + m) % 40, 1, now()
  FROM generate_series(1, $2::int) AS t, generate_series(1, $3::int) AS m`
