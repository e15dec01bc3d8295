export type UserRole =
  | 'proxy_admin'
  | 'proxy_admin_viewer'
  | 'internal_user'
  | 'internal_user_viewer'

export interface Team {
  id: string
  alias: string | null
  createdAtMs: number
  updatedAtMs: number
  deletedAtMs: number | null
  maxBudget: number | null
  budgetDuration: string | null
  budgetResetAtMs: number | null
  /** The gateway's budget counter: it falls back to zero at every budget reset. */
  spend: number
  models: string[]
  metadata: Record<string, unknown>
  tpmLimit: number | null
  rpmLimit: number | null
  maxParallelRequests: number | null
  blocked: boolean
  members: { userId: string; role: 'admin' | 'user' }[]
}

export interface Key {
  /** sha256 of the secret: the id that daily activity uses. */
  token: string
  name: string
  alias: string | null
  teamId: string | null
  userId: string | null
  createdAtMs: number
  updatedAtMs: number
  expiresAtMs: number | null
  deletedAtMs: number | null
  lastActiveAtMs: number | null
  spend: number
  maxBudget: number | null
  budgetDuration: string | null
  models: string[]
  metadata: Record<string, unknown>
  tpmLimit: number | null
  rpmLimit: number | null
  maxParallelRequests: number | null
  allowedRoutes: string[]
  blocked: boolean | null
}

export interface User {
  id: string
  role: UserRole
  teamIds: string[]
}

export function createTeam(fields: Partial<Team> & { id: string; createdAtMs: number }): Team {
  return {
    alias: null,
    updatedAtMs: fields.createdAtMs,
    deletedAtMs: null,
    maxBudget: null,
    budgetDuration: null,
    budgetResetAtMs: null,
    spend: 0,
    models: [],
    metadata: {},
    tpmLimit: null,
    rpmLimit: null,
    maxParallelRequests: null,
    blocked: false,
    members: [{ userId: 'default_user_id', role: 'admin' }],
    ...fields,
  }
}

export function createKey(
  fields: Partial<Key> & { token: string; name: string; createdAtMs: number },
): Key {
  return {
    alias: null,
    teamId: null,
    userId: null,
    updatedAtMs: fields.createdAtMs,
    expiresAtMs: null,
    deletedAtMs: null,
    lastActiveAtMs: null,
    spend: 0,
    maxBudget: null,
    budgetDuration: null,
    models: [],
    metadata: {},
    tpmLimit: null,
    rpmLimit: null,
    maxParallelRequests: null,
    allowedRoutes: [],
    blocked: null,
    ...fields,
  }
}
