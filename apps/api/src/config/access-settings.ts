import {
  hostsProblem,
  networksProblem,
  originProblem,
  originsProblem,
  tokenProblem,
  usersProblem,
  workshopUserProblem,
} from './access-checks.ts'
import { gatewayUrlProblem } from './checks.ts'
import { abouts, flag, integer, text } from './setting.ts'
import { z } from 'zod'

const guessable = 8
const unguessable = 16

function plain(description: string, fallback = 'none') {
  return { description, fallback, secret: false }
}

function secret(description: string) {
  return { description, fallback: 'none', secret: true }
}

/** Who may see and do what, and under which names this server answers. */
export const accessSettings = {
  VIEWER_TOKEN: text(tokenProblem(guessable))
    .optional()
    .register(
      abouts,
      secret('Who knows it may read: in the page, or as `Authorization: Bearer …`.'),
    ),
  ADMIN_TOKEN: text(tokenProblem(unguessable))
    .optional()
    .register(
      abouts,
      secret('Who knows it may administer. Without it the start prints a link that works once.'),
    ),
  SERVER_BASIC_AUTH_TOKEN: text(tokenProblem(guessable))
    .optional()
    .register(abouts, secret('The original’s name for `VIEWER_TOKEN`; both are valid.')),
  BASIC_USERS: text(usersProblem(guessable))
    .optional()
    .register(abouts, secret('Who may read by HTTP Basic: `name:secret` pairs with commas.')),
  BASIC_ADMINS: text(usersProblem(unguessable))
    .optional()
    .register(abouts, secret('Who may administer by HTTP Basic: `name:secret` pairs with commas.')),
  JWT_JWKS_URL: text(gatewayUrlProblem)
    .optional()
    .register(
      abouts,
      plain('Where the keys of a sign-in service are. Needs `JWT_ISSUER` and `JWT_AUDIENCE`.'),
    ),
  JWT_ISSUER: z.string().optional().register(abouts, plain('The `iss` that its tokens carry.')),
  JWT_AUDIENCE: z.string().optional().register(abouts, plain('The `aud` that its tokens carry.')),
  JWT_ROLE_CLAIM: z
    .string()
    .default('roles')
    .register(abouts, plain('The claim with a person’s groups; dots lead inwards.', '`roles`')),
  TRUSTED_PROXIES: text(networksProblem)
    .optional()
    .register(
      abouts,
      plain('Addresses and networks of the proxies whose `X-Forwarded-For` is believed.'),
    ),
  PROXY_SIGN_IN: flag()
    .default(false)
    .register(
      abouts,
      plain(
        'The trusted proxies sign people in: `X-Forwarded-User` and `X-Forwarded-Groups` are theirs alone.',
        'false',
      ),
    ),
  ADMIN_GROUPS: z
    .string()
    .default('podium-admin')
    .register(abouts, plain('Groups, by JWT or proxy, that may administer.', '`podium-admin`')),
  VIEWER_GROUPS: z
    .string()
    .optional()
    .register(abouts, plain('Groups, by JWT or proxy, that may read.', 'everybody signed in')),
  ALLOW_ANONYMOUS_READ: flag()
    .default(false)
    .register(abouts, plain('Lets everybody who reaches the port read the board.', 'false')),
  PUBLIC_URL: text(originProblem)
    .optional()
    .register(
      abouts,
      plain(
        'The address under which people find this server, for example `https://board.example.org`.',
      ),
    ),
  ALLOWED_HOSTS: text(hostsProblem)
    .optional()
    .register(
      abouts,
      plain('Further names under which this server answers.', 'loopback, `HOST`, `PUBLIC_URL`'),
    ),
  ALLOWED_ORIGINS: text(originsProblem)
    .optional()
    .register(
      abouts,
      plain(
        'Further sites whose pages may ask this server. With a `*` for a part of the first name, as in `https://*-page.example.org`, they may only read.',
      ),
    ),
  VITE_WORKSHOP_USER: text(workshopUserProblem)
    .optional()
    .register(
      abouts,
      plain(
        'As in the original: the pages at `<user>-leaderboard-frontend.workshop.devboost.com` and `….workshop.mkhe.de` may read.',
      ),
    ),
  REQUESTS_PER_SECOND: integer(0, 1_000_000)
    .default(500)
    .register(
      abouts,
      plain(
        'Questions a second that are worked on; cached answers do not count, 0 is no limit.',
        '500',
      ),
    ),
  LIVE_PER_ADDRESS: integer(1, 100_000)
    .default(200)
    .register(abouts, plain('Live streams that one address may hold.', '200')),
}
