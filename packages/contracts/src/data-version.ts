import { z } from 'zod'

export const dataVersion = z.int().min(0).meta({
  description: 'The version of the data; it grows with each change that is booked.',
})
