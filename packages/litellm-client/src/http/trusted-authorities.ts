import { X509Certificate } from 'node:crypto'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { LiteLLMError } from '../errors/litellm-error.ts'

/** The given certificates besides the system's: a gateway may move from a private to a public authority. */
export function trustedAuthorities(pem: string | undefined): { secureContext?: SecureContext } {
  if (pem === undefined) return {}
  const certificates =
    pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  if (certificates.length === 0 || !certificates.every(isCertificate)) {
    throw new LiteLLMError('config', { detail: 'ca is not one or more PEM certificates' })
  }
  return {
    secureContext: createSecureContext({ ca: [...getCACertificates('default'), ...certificates] }),
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== ''
  } catch {
    // The parser's message would quote the file.
    return false
  }
}
