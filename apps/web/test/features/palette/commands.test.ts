import { expect, test } from 'vitest'
import {
  foundCommands,
  type Command,
  type CommandKind,
} from '../../../src/features/palette/commands.ts'

const names = { page: 'Pages', measure: 'Measures', range: 'Ranges', team: 'Teams' }
const command = (kind: CommandKind, label: string): Command => ({
  kind,
  id: label,
  label,
  run: () => undefined,
})
const commands = [
  command('page', 'Board'),
  command('measure', 'Spend'),
  command('team', 'Big Spenders'),
  command('team', 'Spend Less'),
  command('team', 'Zürcher Löwen'),
]
const found = (text: string) => foundCommands(commands, text, names).shown.map(({ label }) => label)

test('all is offered before anything is typed', () => {
  expect(found(' ')).toHaveLength(commands.length)
})

test('what begins with the text comes first', () => {
  expect(found('spend')).toEqual(['Spend', 'Spend Less', 'Big Spenders'])
})

test('case and accents do not matter, and the kind may be named', () => {
  expect(found('ZURCHER')).toEqual(['Zürcher Löwen'])
  expect(found('spend teams')).toEqual(['Big Spenders', 'Spend Less'])
  expect(found('goats')).toEqual([])
})

test('of very many it says how many more there are', () => {
  const many = Array.from({ length: 1000 }, (_, index) => command('team', `Team ${index}`))
  const { shown, more } = foundCommands(many, 'team', names)
  expect([shown.length, shown.length + more]).toEqual([50, 1000])
})
