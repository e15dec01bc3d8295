import {
  createEngineSimulator,
  createGatewaySimulator,
  followGateway,
} from '@podium/gateway-simulator'

export type BenchRoom = {
  env: Record<string, string>
  /** The gateway is gone, with every connection to it. */
  loseGateway: () => Promise<void>
  findGateway: () => Promise<void>
  close: () => Promise<void>
}

const seed = 7

/** A gateway of twelve teams in the middle of their day, and an engine behind it. */
export async function openRoom(): Promise<BenchRoom> {
  const startsAt = Date.now()
  const clock = { startsAt, now: Date.now }
  const gateway = createGatewaySimulator({
    ...clock,
    profile: '1.109',
    seed,
    teams: 12,
    flushSeconds: 5,
    peakHour: new Date(startsAt).getUTCHours(),
  })
  const follow = { gateway, seed, startsAt, model: 'hosted_vllm/qwen3-32b', replicas: 1 }
  const [traffic] = followGateway(follow)
  if (traffic === undefined) throw new Error('the engine has no traffic')
  const engine = await createEngineSimulator({ ...clock, seed, traffic }).listen()
  let listening = await gateway.listen()
  const { url, port } = listening
  return {
    env: {
      LITELLM_BASE_URL: url,
      LITELLM_API_KEY: gateway.keys.master,
      INFERENCE_URLS: `qwen=${engine.url}/metrics`,
    },
    loseGateway: () => listening.close(),
    findGateway: async () => {
      listening = await gateway.listen({ port })
    },
    close: async () => {
      await Promise.all([listening.close(), engine.close()])
    },
  }
}
