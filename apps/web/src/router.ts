import type { Ref } from 'vue'
import { createRouter, createWebHistory, parseQuery, type Router } from 'vue-router'
import { fromOriginal } from './lib/original-address.ts'
import { rememberedView } from './lib/remembered-view.ts'
import { viewOn } from './lib/pages.ts'
import BoardPage from './pages/BoardPage.vue'

/** `view` is what was last chosen on this device: it returns where an address says nothing. */
export function createAppRouter(view: Ref<string | null>): Router {
  const history = createWebHistory()
  // Back undoes what was chosen: else an address that says nothing would choose it again.
  history.listen((to) => {
    const { pathname, search } = new URL(to, location.origin)
    view.value = rememberedView(pathname, parseQuery(search), view.value)
  })
  const router = createRouter({
    history,
    routes: [
      {
        path: '/',
        component: BoardPage,
        // The board draws the card of the team itself, so that it stays behind it.
        children: [{ path: 't/:team', name: 'team', components: {} }],
      },
      { path: '/analytics', component: () => import('./pages/AnalyticsPage.vue') },
      { path: '/models', component: () => import('./pages/ModelsPage.vue') },
      { path: '/wall', component: () => import('./pages/WallPage.vue') },
      { path: '/inference', component: () => import('./pages/InferencePage.vue') },
      // The two pages of the original.
      { path: '/leaderboard', redirect: ({ query, hash }) => ({ path: '/', query, hash }) },
      { path: '/chart', redirect: ({ query, hash }) => ({ path: '/analytics', query, hash }) },
      { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue') },
    ],
  })
  router.beforeEach((to) => {
    const meant = fromOriginal(to.query, new Date().toISOString().slice(0, 10))
    return meant === null || { path: to.path, hash: to.hash, query: meant, replace: true }
  })
  router.beforeEach(({ path, query: { wall, ...query }, hash }) =>
    path === '/' && wall !== undefined ? { path: '/wall', query, hash, replace: true } : true,
  )
  router.beforeEach((to) => {
    const isBare = Object.keys(to.query).length === 0
    const query = viewOn(to.matched[0]?.path ?? to.path, parseQuery(view.value ?? ''))
    return isBare && Object.keys(query).length > 0
      ? { path: to.path, hash: to.hash, query, replace: true }
      : true
  })
  // After an update of the server the parts of the old page are gone: the new page has its own.
  router.onError((error: unknown, to) => {
    if (error instanceof TypeError) location.assign(to.fullPath)
    else throw error
  })
  return router
}
