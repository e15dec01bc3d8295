import { computed, effectScope, shallowRef, type Component } from 'vue'
import { onTestFinished } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { render } from 'vitest-browser-vue'
import { createPodium, type Podium } from '../../src/api/podium.ts'
import { announcerKey } from '../../src/composables/use-announcer.ts'
import { podiumKey, type LivePodium } from '../../src/composables/use-podium.ts'
import { createPreferences, preferencesKey } from '../../src/composables/use-preferences.ts'
import { createShortcuts, shortcutsKey } from '../../src/composables/use-shortcuts.ts'
import { i18nKey } from '../../src/i18n/use-i18n.ts'
import { inEnglish } from './in-english.ts'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'

type Options = { props?: Record<string, unknown>; api?: Partial<Podium>; at?: string }

/** A part as it stands in the app: with a router, words, and a server that answers what `api` says. */
export async function renderPage(part: Component, { props = {}, api = {}, at = '/' }: Options) {
  localStorage.clear()
  const listeners = new Set<() => void>()
  const podium: LivePodium = {
    api: { ...createPodium(), ...api },
    status: shallowRef(),
    statusError: shallowRef(),
    now: shallowRef(Date.now()),
    live: shallowRef('live'),
    isOutdated: shallowRef(false),
    needsSignIn: computed(() => false),
    onChange: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    onScrape: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    refreshAll: () => listeners.forEach((run) => run()),
  }
  const scope = effectScope()
  onTestFinished(() => scope.stop())
  const preferences = scope.run(() => createPreferences(localStorage)) ?? never()
  const shortcuts = scope.run(() => createShortcuts(true)) ?? never()
  const i18n = inEnglish()
  const router = testRouter()
  await router.push(at)
  const said = shallowRef('')
  const announcer = {
    message: said,
    announce: (text: string) => void (said.value = text),
    answer: (text: string) => void (said.value = text),
  }
  const { container } = await render(part, {
    props,
    global: {
      plugins: [router],
      provide: {
        [podiumKey]: podium,
        [preferencesKey]: preferences,
        [i18nKey]: i18n,
        [announcerKey]: announcer,
        [shortcutsKey]: shortcuts,
      },
    },
  })
  return { container, router, preferences, i18n, said, change: podium.refreshAll }
}

function testRouter(): Router {
  const nothing = { render: () => null }
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      {
        path: '/',
        component: nothing,
        children: [{ path: 't/:team', name: 'team', component: nothing }],
      },
    ],
  })
}

function never(): never {
  throw new Error('a scope that has not ended runs')
}
