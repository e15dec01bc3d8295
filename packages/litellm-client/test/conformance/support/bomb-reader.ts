import { createLiteLLMClient, LiteLLMError } from '../../../src/index.ts'
import { canary } from './canary.ts'
import { span } from './world.ts'

// Runs alone in a process: asks for teams without the fault, then meets it, and tells what that cost.
const [baseUrl = '', armUrl = ''] = process.argv.slice(2)
const client = createLiteLLMClient({ baseUrl, apiKey: canary })
await client.teams()
const before = process.memoryUsage.rss() / 1024
await fetch(armUrl, { method: 'POST' })
const kinds: string[] = []
for (const ask of [
  () => client.dailyActivity(span),
  () => client.teams(),
  () => client.modelPrices(),
]) {
  try {
    await ask()
    kinds.push('no error')
  } catch (error) {
    kinds.push(error instanceof LiteLLMError ? error.kind : 'a foreign error')
  }
}
const costKiB = Math.round(process.resourceUsage().maxRSS - before)
await client.close()
process.stdout.write(JSON.stringify({ kinds, costKiB }))
