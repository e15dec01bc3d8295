import { randomBytes } from 'node:crypto'

const foreign = /^[\w-]{1,64}$/

/** The client's own id where it is harmless, else the next of ours: a beginning of this process, then a number. */
export function createRequestIds(): (given: string | string[] | undefined) => string {
  const beginning = randomBytes(6).toString('hex')
  let made = 0
  return (given) => {
    if (typeof given === 'string' && foreign.test(given)) return given
    made += 1
    return `${beginning}-${made.toString(36)}`
  }
}
