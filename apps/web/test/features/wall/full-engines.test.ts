import { expect, test } from 'vitest'
import { fullEngines } from '../../../src/features/wall/full-engines.ts'
import { fullFigures, fullVerdict, modelWith } from '../../support/inference.ts'

const model = (name: string, waiting: number | null) =>
  modelWith({
    model: name,
    public_models: [`public-${name}`],
    figures: { ...fullFigures, waiting },
  })

test('full engines are told by their public names, the longest queue first, and whose they are', () => {
  const fine = { ...fullVerdict, state: 'fine' as const }
  const models = [
    model('a', null),
    model('b', 3),
    { ...model('c', 9), verdict: fine },
    model('d', 5),
  ]
  expect(fullEngines(models, ['public-b', 'public-c'])).toEqual([
    { model: 'public-d', waiting: 5, isOwn: false },
    { model: 'public-b', waiting: 3, isOwn: true },
    { model: 'public-a', waiting: null, isOwn: false },
  ])
})

test('a model without a public name keeps the name that its engine has for it', () => {
  expect(fullEngines([modelWith({ public_models: [] })], [])).toMatchObject([
    { model: 'qwen3-32b' },
  ])
})
