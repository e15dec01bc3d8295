import { expect, test } from 'vitest'
import FullEngineNote from '../../../src/features/inference/FullEngineNote.vue'
import { inferenceWith, loadWith } from '../../support/inference.ts'
import { renderPage } from '../../support/render-page.ts'

test.each([
  ['t_1', 'The engine of your model qwen3-32b is full'],
  ['t_9', ''],
])('%s, who uses the model or not, is told: %s', async (teamId, heading) => {
  const asked: string[] = []
  const { container } = await renderPage(FullEngineNote, {
    props: { teamId },
    api: {
      answer: ({ name, isAnswer }) => {
        asked.push(name)
        const answer: unknown = name === 'inference' ? inferenceWith() : loadWith()
        if (!isAnswer(answer)) throw new Error(`${name} has another shape`)
        return Promise.resolve(answer)
      },
    },
  })
  await expect.poll(() => asked).toEqual(['inference', 'inference/load'])
  await expect.poll(() => container.querySelector('.heading')?.textContent ?? '').toBe(heading)
})
