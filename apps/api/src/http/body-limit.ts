import type { Details } from './problem.ts'

/** No request has more to say. */
export const mostBodyBytes = 64 * 1024

export const bodyTooLarge: Details = {
  status: 413,
  title: 'Body too large',
  detail: `A request may have at most ${mostBodyBytes} bytes.`,
}
