import pg from 'pg'
import { z } from 'zod'

/** A row of the gateway's own daily table. */
const Row = z.object({
  date: z.string(),
  team: z.string(),
  key: z.string(),
  model: z.string(),
  modelGroup: z.string(),
  prompt: z.coerce.number(),
  completion: z.coerce.number(),
  requests: z.coerce.number(),
  successes: z.coerce.number(),
  failures: z.coerce.number(),
  spend: z.number(),
})
export type Row = z.infer<typeof Row>

const Team = z.object({ id: z.string(), alias: z.string().nullable() })
type Team = z.infer<typeof Team>

export type Books = { rows: Row[]; teams: Team[] }

const rowsOfTeams = `
  SELECT date, team_id AS team, coalesce(api_key, '') AS key, coalesce(model, '') AS model,
    coalesce(model_group, '') AS "modelGroup", prompt_tokens AS prompt, completion_tokens AS completion,
    api_requests AS requests, successful_requests AS successes, failed_requests AS failures, spend
  FROM "LiteLLM_DailyTeamSpend" WHERE coalesce(team_id, '') NOT IN ('', 'litellm-dashboard')`

/** What the gateway has written down, read past all of its addresses. */
export async function readBooks(url: string): Promise<Books> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const rows = await client.query(rowsOfTeams)
    const teams = await client.query(
      'SELECT team_id AS id, team_alias AS alias FROM "LiteLLM_TeamTable"',
    )
    return {
      rows: z.array(Row).parse(rows.rows),
      teams: z.array(Team).parse(teams.rows),
    }
  } finally {
    await client.end()
  }
}
