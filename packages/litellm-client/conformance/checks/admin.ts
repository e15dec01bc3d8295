import { createHash, randomBytes } from 'node:crypto'
import { createLiteLLMAdmin, type LiteLLMAdmin } from '../../src/index.ts'
import type { Checklist } from '../checklist.ts'
import { checkRefused } from '../refusals.ts'

/**
 * The writes of a claim desk, with the errors that a desk has to tell apart. Deletes its keys; its
 * teams are in `made`, also when it fails half-way.
 */
export async function checkAdmin(
  list: Checklist,
  { baseUrl, adminKey }: { baseUrl: string; adminKey: string },
  made: string[] = [],
): Promise<void> {
  list.area('admin')
  const admin = createLiteLLMAdmin({ baseUrl, adminKey })
  await list.attempt('teams and keys', async () => {
    await checkNewTeams(list, admin, made)
    await checkKeys(list, admin, made[0] ?? '')
  })
  await admin.close()
}

async function checkNewTeams(list: Checklist, admin: LiteLLMAdmin, made: string[]): Promise<void> {
  const alias = `Tür & Töne ✨ <${suffix()}>`
  const budgets = { maxBudgetUsd: 2.5, budgetDuration: '7d' }
  const first = await admin.createTeam({ alias, ...budgets })
  made.push(first.teamId)
  const { maxBudgetUsd, budgetDuration } = first
  const found = [first.alias, maxBudgetUsd, budgetDuration]
  list.equal('a team is made as asked', found, [alias, 2.5, '7d'])
  const second = await admin.createTeam({ alias })
  made.push(second.teamId)
  list.equal('the same label twice is two teams', second.teamId === first.teamId, false)
  const again = admin.createTeam({ alias, teamId: first.teamId })
  await checkRefused(list, 'a taken team id', again, 'conflict')
  const negative = admin.createTeam({ alias, maxBudgetUsd: -1 })
  await checkRefused(list, 'a negative budget', negative, 'input')
}

async function checkKeys(list: Checklist, admin: LiteLLMAdmin, teamId: string): Promise<void> {
  const alias = `conformance ${suffix()}`
  const made = await admin.createKey({ alias, teamId, maxBudgetUsd: 1, duration: '1h' })
  list.equal('the id of a key is the hash of its secret', made.key, hash(made.secret))
  list.equal('a key has its label and team', [made.alias, made.teamId], [alias, teamId])
  for (const [name, which] of [
    ['secret', made.secret],
    ['hash', made.key],
  ] as const) {
    const {
      alias: label,
      teamId: team,
      maxBudgetUsd,
      blocked,
      expiresAt,
    } = await admin.keyInfo(which)
    const found = { label, team, maxBudgetUsd, blocked, expires: expiresAt !== null }
    const wanted = { label: alias, team: teamId, maxBudgetUsd: 1, blocked: false, expires: true }
    list.equal(`a key's info by its ${name}`, found, wanted)
  }
  const secrets = [made.secret, made.key]
  const taken = admin.createKey({ alias, teamId })
  await checkRefused(list, 'a taken label', taken, 'conflict', secrets)

  const own = `sk-${randomBytes(16).toString('hex')}`
  const chosen = await admin.createKey({ alias: `${alias} own`, teamId, secret: own })
  list.equal('a secret of our choosing is kept', [chosen.secret, chosen.key], [own, hash(own)])

  await admin.deleteKey({ key: made.secret })
  await checkRefused(list, 'a deleted key', admin.keyInfo(made.secret), 'not_found', secrets)
  await checkRefused(
    list,
    'deleting it again',
    admin.deleteKey({ key: made.key }),
    'not_found',
    secrets,
  )
  await admin.deleteKey({ alias: `${alias} own` })
  await checkRefused(list, 'a key deleted by its label', admin.keyInfo(own), 'not_found', [own])
  const reused = await admin.createKey({ alias, teamId })
  list.equal('a label is free again', reused.alias, alias)
  await admin.deleteKey({ key: reused.key })
}

function suffix(): string {
  return randomBytes(3).toString('hex')
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
