import { createApp } from 'vue'
import { backendOf } from './api/backend.ts'
import { createEarlyFetch } from './api/early-fetch.ts'
import { createPodium } from './api/podium.ts'
import App from './App.vue'
import { createPreferences } from './composables/use-preferences.ts'
import { loadWords, pickLanguage } from './i18n/language.ts'
import { createI18n } from './i18n/use-i18n.ts'
import { createAppRouter } from './router.ts'
import './styles/font.css'
import './styles/tokens.css'
import './styles/base.css'

const preferences = createPreferences()
const language = pickLanguage(preferences.language.value, navigator.languages)
// No top-level await: the words import from this file, which would wait for them.
void loadWords(language).then((words) => {
  createApp(App, {
    api: createPodium(backendOf(document), createEarlyFetch(window.podiumEarly)),
    i18n: createI18n(language, words),
    preferences,
  })
    .use(createAppRouter(preferences.view))
    .mount('#app')
})
