import { brokenConnections } from '../../faults/broken-connections.ts'
import type { Fault } from '../../faults/fault.ts'
import { sizes } from '../../faults/sizes.ts'
import { expositionFaults } from './exposition-faults.ts'
import type { ExpositionFault } from './exposition-faults.ts'

export interface EngineFaultContext {
  url: URL
  genuine: () => Promise<Response>
  /** What this kind answers where its metrics are switched off. */
  off: { status: number; body: unknown } | undefined
}

type EngineFault = Fault<EngineFaultContext>

function answer(matrix: string, status: number, body: unknown): EngineFault {
  return { matrix, respond: () => Response.json(body, { status }) }
}

function bent({ matrix, bend, contentType }: ExpositionFault): EngineFault {
  return {
    matrix,
    async respond({ genuine }) {
      const response = await genuine()
      const type = contentType ?? response.headers.get('content-type') ?? ''
      return new Response(bend(await response.text()), { headers: { 'content-type': type } })
    },
  }
}

function bentAll<Name extends string>(faults: Readonly<Record<Name, ExpositionFault>>) {
  const all: Partial<Record<Name, EngineFault>> = {}
  for (const name in faults) all[name] = bent(faults[name])
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the loop has filled every name
  return all as Record<Name, EngineFault>
}

const faults = {
  ...bentAll(expositionFaults),
  ...brokenConnections,
  ...sizes,
  unauthorized: answer('U4', 401, { error: 'Unauthorized' }),
  forbidden: answer('U4', 403, { error: 'Forbidden' }),
  'not-found': answer('U5', 404, { detail: 'Not Found' }),
  loading: answer('U7', 503, { error: { code: 503, message: 'Loading model' } }),
  'metrics-off': {
    matrix: 'U5',
    respond: ({ off }) => Response.json(off?.body ?? {}, { status: off?.status ?? 404 }),
  },
  'login-page': {
    matrix: 'U8',
    respond: () =>
      new Response('<!doctype html><title>Sign in</title>', {
        headers: { 'content-type': 'text/html' },
      }),
  },
  'empty-body': { matrix: 'U8', respond: () => new Response('') },
  'redirect-elsewhere': {
    matrix: 'U14',
    respond: () =>
      new Response(null, { status: 302, headers: { location: 'http://elsewhere.invalid/steal' } }),
  },
} satisfies Record<string, EngineFault>

export type EngineFaultName = keyof typeof faults

/** Every fault of an engine or an exporter that can be injected, by name, with its row of the test matrix. */
export const engineFaults: Readonly<Record<EngineFaultName, EngineFault>> = faults
