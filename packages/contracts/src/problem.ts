import { z } from 'zod'

/** RFC 9457. `detail` is a sentence for people. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  parameter: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
