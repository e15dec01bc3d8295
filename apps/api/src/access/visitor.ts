/** An admin may do all that a viewer may. */
export type Role = 'viewer' | 'admin'

const rank: Record<Role, number> = { viewer: 1, admin: 2 }

export function hasRole(role: Role | null, least: Role): boolean {
  return role !== null && rank[role] >= rank[least]
}

/** How a visitor was recognised; `open` is without any credential, where everybody may read. */
export type SignInMethod = 'open' | 'token' | 'basic' | 'jwt' | 'proxy' | 'session'

/** Who sends a request. */
export type Visitor = {
  /** `null` may only use what is open to anyone. */
  role: Role | null
  via: SignInMethod | null
  /** Of the client itself, also behind a trusted proxy. */
  address: string
  /** When the credential ends, if it does. */
  endsAt?: number
  /** The value of the session cookie, where a session was recognised. */
  session?: string
  /** Milliseconds to wait after too many wrong credentials from that address; else 0. */
  waitMs: number
}
