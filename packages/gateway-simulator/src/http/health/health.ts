import { notFound } from '../../gateway/answers.ts'
import { pythonInstant } from '../../gateway/fields.ts'
import type { Gateway, GatewayRequest } from '../context.ts'

export function answerLiveliness(): Response {
  return Response.json("I'm alive!")
}

/** `GET /health/readiness`, without a key: newer releases no longer say which version they are. */
export function answerReadiness({ profile, world }: Gateway, nowMs: number): Response {
  // Older releases report a lost database two minutes late; the simulated ones never do.
  if (world.isDatabaseLost && !profile.readinessTellsVersion) {
    return Response.json({ status: 'unhealthy', db: 'disconnected' }, { status: 503 })
  }
  if (!profile.readinessTellsVersion) return Response.json({ status: 'healthy', db: 'connected' })
  return Response.json({
    ...details(profile.version),
    status: 'connected',
    last_updated: pythonInstant(nowMs).slice(0, -1),
  })
}

/** `GET /health/readiness/details`, with a key: what readiness no longer says. */
export function answerReadinessDetails({ gateway: { profile } }: GatewayRequest): Response {
  if (!profile.readinessDetails) return notFound()
  return Response.json({
    ...details(profile.version),
    log_level: 'WARNING',
    is_detailed_debug: false,
    show_no_redis_warning: false,
    ...(profile.release >= 105 && { show_env_credential_login_warning: false }),
  })
}

function details(version: string) {
  return {
    status: 'healthy',
    db: 'connected',
    cache: null,
    litellm_version: version,
    success_callbacks: ['sync_deployment_callback_on_success', 'SkillsInjectionHook'],
    use_aiohttp_transport: true,
  }
}

/** `GET /public/model_hub/info`, without a key: the place where every release tells its version. */
export function answerHubInfo({ profile }: Gateway): Response {
  return Response.json({
    docs_title: 'LiteLLM API',
    custom_docs_description: null,
    litellm_version: profile.version,
    useful_links: {},
  })
}

/** `GET /metrics` with the callback off: newer releases refuse before they look whether it exists. */
export function answerMetrics({ profile }: Gateway): Response {
  if (!profile.metricsAnswers401) return notFound()
  return Response.json(
    'Unauthorized access to metrics endpoint: Authentication Error, Malformed API Key passed in. Ensure Key has `Bearer ` prefix. To allow unauthenticated access, set `litellm_settings.require_auth_for_metrics_endpoint: false` in your proxy_config.yaml.',
    { status: 401 },
  )
}
