import { createRouter, createWebHistory, type Router } from 'vue-router'
import BoardPage from './pages/BoardPage.vue'

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', component: BoardPage },
      { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue') },
    ],
  })
  // After an update of the server the parts of the old page are gone: the new page has its own.
  router.onError((error: unknown, to) => {
    if (error instanceof TypeError) location.assign(to.fullPath)
    else throw error
  })
  return router
}
