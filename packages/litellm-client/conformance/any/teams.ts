import { randomBytes } from 'node:crypto'
import type { LiteLLMAdmin } from '../../src/index.ts'
import { mustPost } from '../raw-call.ts'
import type { NamedGateway } from './gateway.ts'

/** A key that sends requests to one model only, so that no two names can be booked on one row. */
export interface Sender {
  teamId: string
  model: string
  secret: string
  key: string
}

export interface Visitors {
  teams: { teamId: string; alias: string }[]
  senders: Sender[]
}

const labels = ['Conformance Füchse 🦊', 'Conformance, with comma']

/** Makes two teams with a key for each model. What was made is in `visitors` even when this fails. */
export async function addVisitors(
  admin: LiteLLMAdmin,
  models: readonly string[],
  visitors: Visitors,
): Promise<void> {
  for (const label of labels) {
    const alias = `${label} ${randomBytes(3).toString('hex')}`
    const { teamId } = await admin.createTeam({ alias })
    visitors.teams.push({ teamId, alias })
    for (const model of models) {
      const made = await admin.createKey({ alias: `${alias} ${model}`, teamId, duration: '2h' })
      visitors.senders.push({ teamId, model, secret: made.secret, key: made.key })
    }
  }
}

/** Deletes what the suite made; daily rows stay, as they do after every team. */
export async function removeVisitors(
  admin: LiteLLMAdmin,
  { baseUrl, adminKey }: NamedGateway,
  visitors: Visitors,
  otherTeams: readonly string[],
): Promise<void> {
  const caller = { baseUrl, key: adminKey, signal: AbortSignal.timeout(60_000) }
  const ids = [...visitors.teams.map((team) => team.teamId), ...otherTeams]
  const left = await Promise.allSettled(visitors.senders.map(({ key }) => admin.deleteKey({ key })))
  if (ids.length > 0) await mustPost(caller, '/team/delete', { team_ids: ids })
  const failure = left.find((end) => end.status === 'rejected')
  if (failure !== undefined)
    throw new Error('keys or teams are left behind', { cause: failure.reason })
}
