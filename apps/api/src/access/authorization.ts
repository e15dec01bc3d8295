export type Credential =
  | { scheme: 'bearer'; text: string }
  /** `name:secret` */
  | { scheme: 'basic'; text: string }

/** Parses the header; `null` is no credential. The original's page sends `undefined` when it has no token. */
export function readAuthorization(header: string | undefined): Credential | null {
  const [, scheme, text] = /^(bearer|basic) +(\S+) *$/i.exec(header ?? '') ?? []
  if (scheme === undefined || text === undefined) return null
  if (scheme.toLowerCase() === 'basic')
    return { scheme: 'basic', text: Buffer.from(text, 'base64').toString('utf8') }
  return text === 'undefined' || text === 'null' ? null : { scheme: 'bearer', text }
}
