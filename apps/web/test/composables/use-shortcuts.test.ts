import { shallowRef } from 'vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { createShortcuts } from '../../src/composables/use-shortcuts.ts'
import { inScope } from '../support/in-scope.ts'

beforeEach(() => {
  document.body.replaceChildren()
})

const press = (key: string, target: EventTarget = document.body, other: KeyboardEventInit = {}) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...other }),
  )

function withHelp() {
  const isOn = shallowRef(true)
  const run = vi.fn()
  const { value: shortcuts, end } = inScope(() => createShortcuts(isOn))
  const remove = shortcuts.add({ key: '?', label: 'Help', run })
  return { isOn, run, shortcuts, remove, end }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  document.body.append(made)
  return made
}

test('a key runs its shortcut, and not after it was taken away', () => {
  const { run, remove, shortcuts } = withHelp()
  press('?')
  press('x')
  expect(run).toHaveBeenCalledTimes(1)
  remove()
  press('?')
  expect(run).toHaveBeenCalledTimes(1)
  expect(shortcuts.known.value).toEqual([])
})

test('whoever switches them off has no shortcuts', () => {
  const { run, isOn } = withHelp()
  isOn.value = false
  press('?')
  expect(run).not.toHaveBeenCalled()
})

test('a key that is typed, held down or part of a chord is not a shortcut', () => {
  const { run } = withHelp()
  press('?', element('input'))
  press('?', element('textarea'))
  press('?', document.body, { ctrlKey: true })
  press('?', document.body, { repeat: true })
  expect(run).not.toHaveBeenCalled()
  const choice = element('input')
  choice.type = 'radio'
  press('?', choice)
  expect(run).toHaveBeenCalledTimes(1)
})

test('an open dialog has the keyboard for itself', () => {
  const { run } = withHelp()
  const dialog = element('dialog')
  dialog.showModal()
  press('?', dialog)
  expect(run).not.toHaveBeenCalled()
  dialog.close()
  press('?')
  expect(run).toHaveBeenCalledTimes(1)
})

test('of two for one key the younger one runs, and nothing after the end', () => {
  const { run, shortcuts, end } = withHelp()
  const younger = vi.fn()
  shortcuts.add({ key: '?', label: 'Other', run: younger })
  press('?')
  expect([run.mock.calls.length, younger.mock.calls.length]).toEqual([0, 1])
  end()
  press('?')
  expect(younger).toHaveBeenCalledTimes(1)
})

test('one shortcut may have several keys, and is told which; AltGr is how some are typed', () => {
  const { shortcuts } = withHelp()
  const run = vi.fn()
  shortcuts.add({ key: '[ ]', keys: ['[', ']'], label: 'Range', run })
  press(']')
  press('[', document.body, { ctrlKey: true, altKey: true, modifierAltGraph: true })
  press('[', document.body, { altKey: true })
  expect(run.mock.calls).toEqual([[']'], ['[']])
})

test('a chord works while somebody types and where single keys are off, and only as a chord', () => {
  const { shortcuts, isOn } = withHelp()
  const run = vi.fn()
  shortcuts.add({ key: 'Ctrl K', keys: ['k'], isChord: true, label: 'Find', run })
  isOn.value = false
  press('k', element('input'), { ctrlKey: true })
  press('k', document.body, { metaKey: true })
  expect(run).toHaveBeenCalledTimes(2)
  isOn.value = true
  press('k')
  press('k', document.body, { ctrlKey: true, altKey: true })
  expect(run).toHaveBeenCalledTimes(2)
})
