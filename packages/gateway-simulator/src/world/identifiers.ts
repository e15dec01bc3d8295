import { createHash } from 'node:crypto'

/** LiteLLM stores a key as the hash of its secret; that hash is the id in daily activity. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function createUuid(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\u001f')).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

export function createSecret(...parts: readonly (string | number)[]): string {
  return `sk-${createHash('sha256').update(parts.join('\u001f')).digest('base64url').slice(0, 22)}`
}

/** How the gateway shows a key to people: the last four characters only. */
export function abbreviateSecret(secret: string): string {
  return `sk-...${secret.slice(-4)}`
}
