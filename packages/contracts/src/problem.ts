import { z } from 'zod'
import { StoreState } from './status.ts'

export const Problem = z
  .object({
    type: z
      .string()
      .meta({ description: 'Always `about:blank`: the status says what kind it is.' }),
    title: z.string().meta({ description: 'A few words, the same for every problem of a kind.' }),
    status: z.int().meta({ description: 'The HTTP status of this answer.' }),
    detail: z.string().meta({ description: 'A sentence for people: what is wrong, what to do.' }),
    parameter: z.string().optional().meta({
      description: 'The parameter or field that is at fault, where there is one.',
    }),
    store: StoreState.optional().meta({
      description: 'How the database is, where it is the reason.',
    }),
  })
  .meta({ description: 'An RFC 9457 problem: every error is answered in this shape.' })
export type Problem = z.infer<typeof Problem>
