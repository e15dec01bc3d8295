import { expect, test } from 'vitest'
import { testCommand } from '../../../src/features/board/test-command.ts'

test('the command names a model of the gateway, and no key but a placeholder', () => {
  const command = testCommand('gpt-5-mini')
  expect(command).toContain('"model":"gpt-5-mini"')
  expect(command).toContain('Authorization: Bearer $TEAM_KEY')
})

test('no name of a model breaks out of its quotes', () => {
  expect(testCommand("a'; rm -rf ~; '")).toContain(String.raw`a'\''; rm -rf ~; '\''`)
})
