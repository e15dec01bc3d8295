import { z } from 'zod'
import { proxyError, unprocessable } from '../../gateway/answers.ts'
import type { Profile } from '../../gateway/profile.ts'
import { resolveIntent } from '../../traffic-engine/resolve-intent.ts'
import type { SentRequest } from '../../ledger/sent-request.ts'
import { deploymentsOf } from '../../world/deployments.ts'
import { createUuid } from '../../world/identifiers.ts'
import { readBody } from '../body.ts'
import type { GatewayRequest } from '../context.ts'

const Chat = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
})

/** `POST /v1/chat/completions`: echoes, counts four letters as a token, and books the request. */
export function completeChat({ gateway, body, caller, nowMs }: GatewayRequest): Response {
  const { world, profile, engine } = gateway
  const parsed = readBody(Chat, body)
  if (!parsed.ok) return unprocessable(profile, parsed.problems)
  const { model, messages } = parsed.value
  const text = messages.map(({ content }) => (typeof content === 'string' ? content : '')).join(' ')
  const isKnown = deploymentsOf(model).length > 0
  const request = resolveIntent(
    {
      id: `chat:${engine.taken()}`,
      token: caller.token,
      group: model,
      deployment: 0,
      startMs: nowMs,
      firstTokenMs: nowMs,
      endMs: nowMs,
      fate: isKnown ? 'answered' : 'unknown model',
      promptTokens: countTokens(text),
      completionTokens: countTokens(echo(text)),
      cacheReadTokens: 0,
      cacheCreationTokens: 0,
    },
    world,
    profile,
  )
  engine.take(request)
  if (request.outcome === 'success') return answerChat(request, echo(text), nowMs)
  if (request.outcome === 'budget exceeded') return refuseBudget(profile)
  return refuseModel(profile, model)
}

function countTokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / 4))
}

function echo(text: string): string {
  return `You said: ${text}`
}

function answerChat(request: SentRequest, content: string, nowMs: number): Response {
  const { promptTokens, completionTokens } = request
  return Response.json({
    id: `chatcmpl-${createUuid(request.id)}`,
    created: Math.floor(nowMs / 1000),
    model: request.group,
    object: 'chat.completion',
    choices: [{ finish_reason: 'stop', index: 0, message: { role: 'assistant', content } }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  })
}

function refuseBudget(profile: Profile): Response {
  return proxyError(profile, profile.budgetStatus, {
    message: 'Budget has been exceeded!',
    type: 'budget_exceeded',
  })
}

function refuseModel(profile: Profile, model: string): Response {
  const text = `/chat/completions: Invalid model name passed in model=${model}. Call \`/v1/models\` to view available models for your key.`
  if (profile.release < 99) {
    return proxyError(profile, 400, { message: `{'error': '${text}'}`, type: 'None' })
  }
  const error = {
    message: text,
    type: 'invalid_request_error',
    param: null,
    code: '400',
    provider_specific_fields: { error: text },
  }
  return Response.json({ error }, { status: 400 })
}
