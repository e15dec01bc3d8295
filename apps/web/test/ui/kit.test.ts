import { h, type Component } from 'vue'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { createToasts, toastsKey } from '../../src/ui/toasts.ts'
import ActionButton from '../../src/ui/ActionButton.vue'
import CopyButton from '../../src/ui/CopyButton.vue'
import DataLinks from '../../src/ui/DataLinks.vue'
import DataTable from '../../src/ui/DataTable.vue'
import DeltaMark from '../../src/ui/DeltaMark.vue'
import EmptyState from '../../src/ui/EmptyState.vue'
import ErrorState from '../../src/ui/ErrorState.vue'
import FilterChip from '../../src/ui/FilterChip.vue'
import HintTip from '../../src/ui/HintTip.vue'
import IconButton from '../../src/ui/IconButton.vue'
import LoadProblem from '../../src/ui/LoadProblem.vue'
import ModalDialog from '../../src/ui/ModalDialog.vue'
import ModalFrame from '../../src/ui/ModalFrame.vue'
import NoticeStrip from '../../src/ui/NoticeStrip.vue'
import NumberText from '../../src/ui/NumberText.vue'
import SpendText from '../../src/ui/SpendText.vue'
import PopMenu from '../../src/ui/PopMenu.vue'
import ScrollRegion from '../../src/ui/ScrollRegion.vue'
import SearchField from '../../src/ui/SearchField.vue'
import SegmentedControl from '../../src/ui/SegmentedControl.vue'
import SelectField from '../../src/ui/SelectField.vue'
import SideDrawer from '../../src/ui/SideDrawer.vue'
import SkeletonBlock from '../../src/ui/SkeletonBlock.vue'
import SparkLine from '../../src/ui/SparkLine.vue'
import SvgIcon from '../../src/ui/SvgIcon.vue'
import SwitchField from '../../src/ui/SwitchField.vue'
import TagLabel from '../../src/ui/TagLabel.vue'
import TeamChip from '../../src/ui/TeamChip.vue'
import TeamMark from '../../src/ui/TeamMark.vue'
import TextField from '../../src/ui/TextField.vue'
import ToastStack from '../../src/ui/ToastStack.vue'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'
import { expectAccessible } from '../support/expect-accessible.ts'

const text = { default: () => 'Latent Lions' }
const options = [
  { value: 'tokens', label: 'Tokens' },
  { value: 'spend', label: 'Spend' },
]
type Shown = { props?: Record<string, unknown>; slots?: Record<string, () => unknown> }
const table = {
  caption: 'Teams',
  columns: [
    { key: 'name', label: 'Team' },
    { key: 'tokens', label: 'Tokens', isNumber: true },
  ],
  rows: [{ name: 'Latent Lions', tokens: 5 }],
  rowKey: (row: { name: string }) => row.name,
}

const shown: Record<string, [Component, Shown]> = {
  ActionButton: [ActionButton, { props: { look: 'primary' }, slots: text }],
  CopyButton: [CopyButton, { props: { text: 'x' } }],
  DataLinks: [DataLinks, { props: { csv: '/board.csv', json: '/board' } }],
  DataTable: [DataTable, { props: table, slots: { name: () => 'Lions', tokens: () => '5' } }],
  DeltaMark: [DeltaMark, { props: { by: 2 } }],
  EmptyState: [
    EmptyState,
    { props: { heading: 'No team' }, slots: { default: () => h('p', 'Why') } },
  ],
  ErrorState: [ErrorState, { props: { heading: 'It failed', cause: 'Likely so' } }],
  FilterChip: [FilterChip, { props: { label: 'Team: Lions' } }],
  HintTip: [HintTip, { props: { text: 'What it means' }, slots: text }],
  IconButton: [IconButton, { props: { label: 'Help', icon: 'help' } }],
  LoadProblem: [LoadProblem, { props: { heading: 'It failed', cause: 'Likely so' } }],
  ModalDialog: [ModalDialog, { props: { open: true, heading: 'Help' }, slots: text }],
  ModalFrame: [ModalFrame, { props: { open: true, 'aria-label': 'Help' }, slots: text }],
  NoticeStrip: [NoticeStrip, { props: { tone: 'bad', heading: 'Down' }, slots: text }],
  NumberText: [NumberText, { props: { value: 3_840_000 } }],
  SpendText: [SpendText, { props: { usage: { spend_usd: 1.5, unpriced_tokens: 12_000 } } }],
  PopMenu: [PopMenu, { props: { label: 'Measure', items: options, chosen: 'spend' }, slots: text }],
  ScrollRegion: [ScrollRegion, { props: { label: 'Numbers' }, slots: text }],
  SearchField: [SearchField, { props: { label: 'Teams', modelValue: 'lions' } }],
  SegmentedControl: [SegmentedControl, { props: { label: 'By', options, modelValue: 'spend' } }],
  SelectField: [SelectField, { props: { label: 'Measure', options, modelValue: 'tokens' } }],
  SideDrawer: [SideDrawer, { props: { open: true, label: 'Latent Lions' }, slots: text }],
  SkeletonBlock: [SkeletonBlock, {}],
  SparkLine: [SparkLine, { props: { label: 'Tokens', values: [1, null, 3, 2] } }],
  SvgIcon: [SvgIcon, { props: { name: 'key' } }],
  SwitchField: [SwitchField, { props: { label: 'Motion', modelValue: true } }],
  TagLabel: [TagLabel, { props: { strong: true }, slots: text }],
  TeamChip: [TeamChip, { props: { team: { name: 'Latent Lions', mark: 1 } } }],
  TeamMark: [TeamMark, { props: { mark: 1 } }],
  TextField: [
    TextField,
    { props: { label: 'From', type: 'datetime-local', modelValue: '', error: 'Too early' } },
  ],
  ToastStack: [ToastStack, {}],
}

test('every part of the kit is tested here', () => {
  const files = Object.keys(import.meta.glob('../../src/ui/*.vue'))
  const names = files.map((file) => /(\w+)\.vue$/.exec(file)?.[1])
  expect(names.toSorted()).toEqual(Object.keys(shown).toSorted())
})

test.each(
  Object.entries(shown).flatMap(([name, [component, about]]) =>
    (['light', 'dark'] as const).map((theme) => ({ name, theme, component, about })),
  ),
)('$name is accessible in the $theme theme', async ({ theme, component, about }) => {
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dataset['motion'] = 'off'
  const toasts = createToasts()
  toasts.show('Copied', { label: 'Undo', run: () => undefined })
  const { container } = await render(component, {
    ...about,
    global: { provide: { [toastsKey]: toasts } },
  })
  await expectAccessible(container)
  const small = [...container.querySelectorAll('button, a, select')].filter((target) => {
    const { width, height } = target.getBoundingClientRect()
    return width > 0 && (width < 24 || height < 24)
  })
  expect(small.map((target) => target.outerHTML)).toEqual([])
})

test('a toast says what it is given as text', async () => {
  const toasts = createToasts()
  const name = '<img src=x onerror=alert(1)> \u202Etxt.exe 🏳️‍🌈' + 'x'.repeat(10_000)
  toasts.show(name)
  const { container } = await render(ToastStack, { global: { provide: { [toastsKey]: toasts } } })
  expect(container.querySelector('.toast span')?.textContent).toBe(name)
  expect(container.querySelector('img')).toBeNull()
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
})
