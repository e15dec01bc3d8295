import { createRouter, createWebHistory, type Router } from 'vue-router'
import BoardPage from './pages/BoardPage.vue'

export function createAppRouter(): Router {
  return createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', component: BoardPage },
      { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue') },
    ],
  })
}
