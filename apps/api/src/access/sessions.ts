import { createHmac, randomBytes } from 'node:crypto'
import { isSame } from './fingerprint.ts'
import type { Role } from './visitor.ts'

const lifeMs = 12 * 3_600_000
const mostRevoked = 10_000

export type Session = { role: Role; endsAt: number }
export type Sessions = ReturnType<typeof createSessions>

/**
 * Sessions are signed, not stored: they outlive a restart and are valid at every replica. Changing the configured
 * credentials ends them all; one that is ended early is remembered here until it would have ended anyway.
 */
export function createSessions(options: { secret: Buffer; generation: string; now: () => number }) {
  const { now } = options
  const key = createHmac('sha256', options.secret).update(`sessions ${options.generation}`).digest()
  const revoked = new Map<string, number>()
  const sign = (text: string) => createHmac('sha256', key).update(text).digest()

  function read(value: string): (Session & { id: string }) | null {
    const [, text, role, ends, id, mark] =
      /^((viewer|admin)\.(\d{1,15})\.([\w-]{22}))\.([\w-]{43})$/.exec(value) ?? []
    if (text === undefined || id === undefined || !isRole(role)) return null
    if (!isSame(sign(text), Buffer.from(mark ?? '', 'base64url'))) return null
    const endsAt = Number(ends)
    return endsAt <= now() || revoked.has(id) ? null : { role, endsAt, id }
  }

  return {
    /** `until` is when the credential ends that opens it. */
    open: (role: Role, until: number): Session & { value: string } => {
      const endsAt = Math.min(now() + lifeMs, until)
      const text = `${role}.${endsAt}.${randomBytes(16).toString('base64url')}`
      return { role, endsAt, value: `${text}.${sign(text).toString('base64url')}` }
    },
    read,
    end: (value: string): void => {
      const session = read(value)
      if (session === null) return
      for (const [id, endsAt] of revoked)
        if (endsAt <= now() || revoked.size >= mostRevoked) revoked.delete(id)
      revoked.set(session.id, session.endsAt)
    },
  }
}

function isRole(text: string | undefined): text is Role {
  return text === 'viewer' || text === 'admin'
}
