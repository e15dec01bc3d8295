import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { GatewayEnvironment } from '../http/gateway-environment.ts'
import { isBySocket } from './fault.ts'
import type { Fault } from './fault.ts'

/** Answers with a fault, by a response of its own or on the connection itself. */
export async function meetFault<FaultContext>(
  c: Context<GatewayEnvironment>,
  fault: Fault<FaultContext>,
  { context, nowMs }: { context: FaultContext; nowMs: number },
): Promise<Response> {
  const date = new Date(nowMs).toUTCString()
  if (!isBySocket(fault)) {
    const answer = await fault.respond(context)
    if (!answer.headers.has('date')) answer.headers.set('date', date)
    return answer
  }
  const outgoing = c.env.outgoing
  if (outgoing === undefined || !('writeEarlyHints' in outgoing)) {
    return new Response('This fault needs a connection: use listen()', { status: 501 })
  }
  outgoing.setHeader('date', date)
  await fault.write(outgoing, context)
  return RESPONSE_ALREADY_SENT
}
