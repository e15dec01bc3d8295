/** Least first: who may do more may do all that others may. */
export type Role = 'viewer' | 'attendee' | 'admin'

const rank: Record<Role, number> = { viewer: 1, attendee: 2, admin: 3 }

export function hasRole(role: Role | null, least: Role): boolean {
  return role !== null && rank[role] >= rank[least]
}

/** How a visitor was recognised; `open` needs nothing, because everybody may read. */
export type Way = 'open' | 'token' | 'basic' | 'jwt' | 'proxy' | 'session'

/** Who asks. It is known before anything is answered. */
export type Visitor = {
  /** `null` may see nothing but what anyone may. */
  role: Role | null
  via: Way | null
  /** The client's own, also behind a trusted proxy. */
  address: string
  /** When what was shown ends, where it does. */
  endsAt?: number
  /** Milliseconds to wait, where too many wrong credentials came from there; else 0. */
  waitMs: number
}
