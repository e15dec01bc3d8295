import { gzipSync } from 'node:zlib'
import type { Fault, GenuineAnswer } from './fault.ts'

async function readGenuine({ genuine }: GenuineAnswer) {
  const answer = await genuine()
  return {
    status: answer.status,
    type: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

export const brokenConnections = {
  /** Accepts the connection and never answers; it ends when the client gives up. */
  hang: { matrix: 'U2', write: () => undefined },
  'connection-reset': {
    matrix: 'U9',
    write(response) {
      response.destroy()
    },
  },
  'truncated-body': {
    matrix: 'U9',
    async write(response, context) {
      const { status, type, body } = await readGenuine(context)
      response.writeHead(status, { ...type, 'content-length': body.length })
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
    },
  },
  'corrupt-gzip': {
    matrix: 'U15',
    async write(response, context) {
      const { status, type, body } = await readGenuine(context)
      const packed = gzipSync(body)
      packed.fill(0xff, Math.floor(packed.length / 2))
      response.writeHead(status, { ...type, 'content-encoding': 'gzip' })
      response.end(packed)
    },
  },
  'not-gzip': {
    matrix: 'U15',
    async write(response, context) {
      const { status, type, body } = await readGenuine(context)
      response.writeHead(status, { ...type, 'content-encoding': 'gzip' })
      response.end(body)
    },
  },
  'huge-header': {
    matrix: 'U15',
    async write(response, context) {
      const { status, type, body } = await readGenuine(context)
      response.writeHead(status, { ...type, 'x-padding': 'x'.repeat(20_000) })
      response.end(body)
    },
  },
  'early-hints': {
    matrix: 'U15',
    async write(response, context) {
      const { status, type, body } = await readGenuine(context)
      response.writeProcessing()
      response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' })
      response.writeHead(status, type)
      response.end(body)
    },
  },
  trailers: {
    matrix: 'U15',
    async write(response, context) {
      const { status, type, body } = await readGenuine(context)
      response.writeHead(status, { ...type, trailer: 'x-checksum' })
      response.write(body)
      response.addTrailers({ 'x-checksum': 'none' })
      response.end()
    },
  },
} satisfies Record<string, Fault<GenuineAnswer>>
