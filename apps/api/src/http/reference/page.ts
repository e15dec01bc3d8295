import { html } from 'hono/html'

/** Nothing from elsewhere, nothing that tells others of a visit, and nothing that sells. */
const configuration = {
  url: '/openapi.json',
  theme: 'none',
  withDefaultFonts: false,
  documentDownloadType: 'direct',
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
}

/** Scalar sets styles as it draws, so this page alone allows inline ones. */
export const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page at /docs: Scalar finds its settings at the script with this id, and draws what the document says. */
export function referencePage() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>API · Podium</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/docs/inter.woff2"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <noscript>
          This page needs JavaScript. <a href="/openapi.json">openapi.json</a> says the same.
        </noscript>
        <script id="api-reference" data-configuration="${JSON.stringify(configuration)}"></script>
        <script src="/docs/scalar.js"></script>
      </body>
    </html>`
}
