import { z } from 'zod'

/** One of the two: a token, or the code of the link that the start prints. */
export const SessionRequest = z.strictObject({
  token: z.string().min(1).max(8192).optional(),
  code: z.string().min(1).max(100).optional(),
})
export type SessionRequest = z.infer<typeof SessionRequest>

export const Session = z.object({
  /** `null` may see nothing yet: ask for a token. */
  role: z.enum(['viewer', 'attendee', 'admin']).nullable(),
  via: z.enum(['open', 'token', 'basic', 'jwt', 'proxy', 'session']).nullable(),
  /** The ways in that exist here; `code` is a printed link that nobody has used yet. */
  ways: z.array(z.enum(['token', 'code', 'basic', 'jwt', 'proxy'])),
})
export type Session = z.infer<typeof Session>
