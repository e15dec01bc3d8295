import { expect, it, test } from 'vitest'
import { resolveFilter } from '../../src/analytics/filter.ts'

const known = {
  teams: ['a', 'b'].map((teamId) => ({
    teamId,
    name: { id: `t_${teamId}`, name: teamId, gone: false, mark: 0 },
  })),
  models: [
    { model: 'gpt', provider: 'openai' },
    { model: 'mini', provider: 'openai' },
    { model: 'llama', provider: null },
  ],
}
const nothing = { team: [], model: [], provider: [] }

test('nothing chosen is everything', () => {
  expect(resolveFilter(nothing, known)).toEqual({
    ok: true,
    filter: { teams: new Set(['a', 'b']), isEveryTeam: true, models: null },
  })
})

test('models and providers narrow each other', () => {
  const asked = { team: ['t_b'], model: ['gpt', 'llama'], provider: ['openai'] }
  expect(resolveFilter(asked, known)).toEqual({
    ok: true,
    filter: { teams: new Set(['b']), isEveryTeam: false, models: new Set(['gpt']) },
  })
  const unnamed = resolveFilter({ ...nothing, provider: ['unknown'] }, known)
  expect(unnamed).toMatchObject({ filter: { models: new Set(['llama']) } })
})

it.each(['team', 'model', 'provider'])('refuses a %s that nobody knows', (parameter) => {
  expect(resolveFilter({ ...nothing, [parameter]: ['a'] }, known)).toMatchObject({
    ok: false,
    parameter,
  })
})
