import { z } from 'zod'

export const SessionRequest = z
  .strictObject({
    token: z.string().min(1).max(8192).optional().meta({
      description: '`VIEWER_TOKEN`, `ADMIN_TOKEN`, or a JWT of the configured sign-in service.',
    }),
    code: z.string().min(1).max(100).optional().meta({
      description: 'The code of the link that Podium prints when it starts; it works once.',
    }),
  })
  .meta({ description: 'A token or a code: one of the two.' })
export type SessionRequest = z.infer<typeof SessionRequest>

export const Session = z
  .object({
    role: z.enum(['viewer', 'admin']).nullable().meta({
      description: 'What the visitor may do; `null` may see nothing yet: ask for a token.',
    }),
    via: z.enum(['open', 'token', 'basic', 'jwt', 'proxy', 'session']).nullable().meta({
      description: 'How Podium recognised the visitor; `open` is that everybody may read.',
    }),
    ways: z.array(z.enum(['token', 'code', 'basic', 'jwt', 'proxy'])).meta({
      description:
        'The ways to sign in that are set up here; `code` is a printed link that nobody has used yet.',
    }),
  })
  .meta({ description: 'What the visitor may do here, and how to sign in.' })
export type Session = z.infer<typeof Session>
