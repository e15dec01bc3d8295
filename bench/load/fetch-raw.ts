import { get } from 'node:http'

export type RawAnswer = { status: number; headers: string[]; body: Buffer | null }

/** What Node itself adds to every answer. */
const added = new Set(['date', 'connection', 'keep-alive'])

/** An answer as it came over the wire, not decoded, without what every server adds. */
export function fetchRaw(url: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { rawHeaders, statusCode: status = 0 } = response
        const kept = rawHeaders.flatMap((name, index) =>
          index % 2 === 0 && !added.has(name.toLowerCase())
            ? [name, rawHeaders[index + 1] ?? '']
            : [],
        )
        resolve({ status, headers: kept, body: status === 304 ? null : Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}

/** The value of one of them. */
export function valueOf(headers: readonly string[], name: string): string {
  const index = headers.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name)
  return headers[index + 1] ?? ''
}
