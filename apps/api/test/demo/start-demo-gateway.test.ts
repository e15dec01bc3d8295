import { LiteLLMError } from '@podium/litellm-client'
import { expect, onTestFinished, test } from 'vitest'
import { createClock } from '../../src/collect/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { startDemoGateway } from '../../src/demo/start-demo-gateway.ts'

async function liveWith(poll: (stop: AbortController) => void) {
  const clock = createClock()
  const demo = await startDemoGateway(
    { gateway: clock, engines: createClock() },
    parseConfig({}, () => '').inference,
  )
  onTestFinished(demo.close)
  const stop = new AbortController()
  const source = {
    name: 'activity',
    poll: () => {
      poll(stop)
      return Promise.reject(new LiteLLMError('aborted'))
    },
  }
  return { clock, lived: demo.live([source], stop.signal) }
}

test('a past that is called off is no fault, and the present is now again', async () => {
  const { clock, lived } = await liveWith((stop) => stop.abort())
  await lived
  expect(Date.now() - clock.now()).toBeLessThan(60_000)
})

test('a read of the past that fails is one', async () => {
  const { lived } = await liveWith(() => undefined)
  await expect(lived).rejects.toThrow(LiteLLMError)
})
