import type { Ref } from 'vue'
import { createRouter, createWebHistory, parseQuery, type Router } from 'vue-router'
import { fromOriginal } from './lib/original-address.ts'
import BoardPage from './pages/BoardPage.vue'

/** `view` is what was last chosen on this device: it returns where an address says nothing. */
export function createAppRouter(view: Readonly<Ref<string | null>>): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      {
        path: '/',
        component: BoardPage,
        // The board draws the card of the team itself, so that it stays behind it.
        children: [{ path: 't/:team', name: 'team', components: {} }],
      },
      // The two pages of the original.
      { path: '/leaderboard', redirect: ({ query, hash }) => ({ path: '/', query, hash }) },
      { path: '/chart', redirect: ({ query, hash }) => ({ path: '/', query, hash }) },
      { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue') },
    ],
  })
  router.beforeEach((to) => {
    const meant = fromOriginal(to.query, new Date().toISOString().slice(0, 10))
    return meant === null || { path: to.path, hash: to.hash, query: meant, replace: true }
  })
  router.beforeEach((to) => {
    const isBare = Object.keys(to.query).length === 0
    return isBare && view.value !== null
      ? { path: to.path, hash: to.hash, query: parseQuery(view.value), replace: true }
      : true
  })
  // After an update of the server the parts of the old page are gone: the new page has its own.
  router.onError((error: unknown, to) => {
    if (error instanceof TypeError) location.assign(to.fullPath)
    else throw error
  })
  return router
}
