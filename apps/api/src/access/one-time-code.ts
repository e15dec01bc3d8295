import { randomBytes } from 'node:crypto'
import { fingerprint, isSame } from './fingerprint.ts'

export type OneTimeCode = {
  code: string
  isSpent: () => boolean
  redeem: (shown: string) => boolean
}

/** A code that works once, in the process that made it. */
export function createOneTimeCode(): OneTimeCode {
  const code = randomBytes(16).toString('base64url')
  const print = fingerprint(code)
  let isSpent = false
  return {
    code,
    isSpent: () => isSpent,
    redeem: (shown) => {
      if (isSpent || !isSame(print, fingerprint(shown))) return false
      isSpent = true
      return true
    },
  }
}
