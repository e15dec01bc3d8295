import type { SiteConfig } from '../config/access.ts'

const yearSeconds = 31_536_000

/** The headers of every answer; a page adds its content policy. */
export function securityHeaders(about: {
  demo: boolean
  publicUrl: SiteConfig['publicUrl']
}): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(about.publicUrl?.protocol === 'https:' && {
      'strict-transport-security': `max-age=${yearSeconds}`,
    }),
    ...(about.demo && { 'x-podium-demo': '1' }),
  }
}
