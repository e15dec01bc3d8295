import { dropUndefined, whole, budget } from './request-body.ts'

export interface NewTeam {
  /** A label; the gateway takes the same one twice. */
  alias: string
  /** Chosen by the gateway unless given; a taken one is a `conflict`. */
  teamId?: string | undefined
  models?: readonly string[] | undefined
  maxBudgetUsd?: number | undefined
  /** As the gateway writes it, such as `30d`; each period sets the team's spend to 0. */
  budgetDuration?: string | undefined
  tokensPerMinute?: number | undefined
  requestsPerMinute?: number | undefined
  metadata?: Readonly<Record<string, unknown>> | undefined
}

export function teamBody(team: NewTeam): Record<string, unknown> {
  return dropUndefined({
    team_alias: team.alias,
    team_id: team.teamId,
    models: team.models,
    max_budget: budget(team.maxBudgetUsd),
    budget_duration: team.budgetDuration,
    tpm_limit: whole(team.tokensPerMinute, 'tokensPerMinute'),
    rpm_limit: whole(team.requestsPerMinute, 'requestsPerMinute'),
    metadata: team.metadata,
  })
}
