import type { Podium } from '../../api/podium.ts'
import { RequestError } from '../../api/request-error.ts'

/** The code of the one-time link that the start prints, `#admin=CODE`. */
export function adminCodeOf(hash: string): string | null {
  const code = new URLSearchParams(hash.slice(1)).get('admin')
  return code === '' ? null : code
}

/** `false` where the link has been used or has run out. */
export async function redeemAdminCode(api: Podium, code: string): Promise<boolean> {
  try {
    await api.signIn({ code })
    return true
  } catch (error) {
    if (error instanceof RequestError && error.status !== null) return false
    throw error
  }
}
