import { z } from 'zod'
import { proxyError, unprocessable } from '../../gateway/answers.ts'
import { createUuid } from '../../world/identifiers.ts'
import { createTeam } from '../../world/records.ts'
import { lenientNumber, readBody } from '../body.ts'
import type { GatewayRequest } from '../context.ts'
import { viewTeam } from '../teams/team-view.ts'
import { addDuration } from './duration.ts'
import { refuseNegativeBudget } from './negative-budget.ts'

const NewTeam = z.object({
  team_alias: z.string().nullish(),
  team_id: z.string().nullish(),
  max_budget: lenientNumber.nullish(),
  budget_duration: z.string().nullish(),
  models: z.array(z.string()).nullish(),
  tpm_limit: lenientNumber.nullish(),
  rpm_limit: lenientNumber.nullish(),
  max_parallel_requests: lenientNumber.nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  blocked: z.boolean().nullish(),
})

/** `POST /team/new`: equal aliases are welcome, equal ids are not. */
export function createNewTeam({ gateway, body, nowMs, caller }: GatewayRequest): Response {
  const { world, profile, seed } = gateway
  const parsed = readBody(NewTeam, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const asked = parsed.value
  const refusal = refuseNegativeBudget(asked.max_budget, profile)
  if (refusal !== null) return refusal
  const id = asked.team_id ?? createUuid(seed, 'new team', nowMs, world.teams.size)
  if (world.teams.has(id)) {
    return proxyError(profile, 400, {
      message: `{'error': 'Team id = ${id} already exists. Please use a different team id.'}`,
    })
  }
  const duration = asked.budget_duration ?? null
  const team = createTeam({
    id,
    createdAtMs: nowMs,
    alias: asked.team_alias ?? null,
    maxBudget: asked.max_budget ?? null,
    budgetDuration: duration,
    budgetResetAtMs: duration === null ? null : addDuration(nowMs, duration),
    models: asked.models ?? [],
    tpmLimit: asked.tpm_limit ?? null,
    rpmLimit: asked.rpm_limit ?? null,
    maxParallelRequests: asked.max_parallel_requests ?? null,
    metadata: asked.metadata ?? {},
    blocked: asked.blocked ?? false,
    members: [{ userId: caller.user?.id ?? 'default_user_id', role: 'admin' }],
  })
  world.teams.set(id, team)
  return Response.json(viewTeam(team, profile))
}
