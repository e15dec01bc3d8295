import { z } from 'zod'
import { accessSettings } from './access-settings.ts'
import {
  backendUrlProblem,
  databaseUrlProblem,
  gatewayUrlProblem,
  hostProblem,
  keyProblem,
  secretProblem,
} from './checks.ts'
import { inferenceSettings } from './inference-settings.ts'
import { shadowPricesProblem } from './shadow-prices.ts'
import { abouts, flag, integer, text } from './setting.ts'
import { telemetrySettings } from './telemetry-settings.ts'

const port = integer(0, 65_535)

/** Every variable that exists, in the order in which the documentation lists them. */
export const Settings = z.object({
  LITELLM_BASE_URL: text(gatewayUrlProblem).optional().register(abouts, {
    description: 'The gateway, for example `http://localhost:4000`. Needs `LITELLM_API_KEY`.',
    fallback: 'none: demo mode',
    secret: false,
  }),
  LITELLM_API_KEY: text(keyProblem).optional().register(abouts, {
    description:
      'A key that may read all teams: of a `proxy_admin_viewer` (which LiteLLM 1.74 refuses, 1.78 does not), of a `proxy_admin`, or the master key.',
    fallback: 'none: demo mode',
    secret: true,
  }),
  LITELLM_CA_FILE: z.string().optional().register(abouts, {
    description: 'A PEM file of certificate authorities that are trusted besides the system’s.',
    fallback: 'none',
    secret: false,
  }),
  HTTPS_PROXY: z.string().optional().register(abouts, {
    description: 'An outbound proxy for a gateway at `https://`, unless `NO_PROXY` names its host.',
    fallback: 'none',
    secret: true,
  }),
  NO_PROXY: z.string().optional().register(abouts, {
    description: 'Hosts that are reached directly: names, `.suffixes` or `*`, separated by commas.',
    fallback: 'none',
    secret: false,
  }),
  POLL_SECONDS: integer(1, 300).default(10).register(abouts, {
    description: 'Seconds between two reads of the gateway (1–300).',
    fallback: '10',
    secret: false,
  }),
  HISTORY_DAYS: integer(0, 400).default(400).register(abouts, {
    description: 'Days of the past that are read, newest first, one a poll (0–400).',
    fallback: '400',
    secret: false,
  }),
  BACKFILL_MAX_REQUESTS: integer(0, 999_999_999).default(20_000).register(abouts, {
    description:
      'A day before the first poll gets its hours from `/spend/logs/v2` if it has no more requests than this; 0 asks for none.',
    fallback: '20000',
    secret: false,
  }),
  SHADOW_PRICES: text(shadowPricesProblem).optional().register(abouts, {
    description:
      'What the score counts for models that cost nothing, in dollars per million tokens: `model=input/output,…` or JSON.',
    fallback: 'none: such models are left out of the efficiency',
    secret: false,
  }),
  PODIUM_DATABASE_URL: text(databaseUrlProblem).optional().register(abouts, {
    description:
      'A PostgreSQL (15 or newer) database of its own, as `postgres://…`. Its tables are in the schema `podium`.',
    fallback: 'a file in `./data`',
    secret: true,
  }),
  DATABASE_POOL_SIZE: integer(1, 100).default(10).register(abouts, {
    description: 'Connections to PostgreSQL that readers share (1–100).',
    fallback: '10',
    secret: false,
  }),
  SECRET_KEY: text(secretProblem).optional().register(abouts, {
    description: 'Makes the public ids of teams and keys: at least 32 characters.',
    fallback: 'made once and kept in the database',
    secret: true,
  }),
  HOST: text(hostProblem).default('127.0.0.1').register(abouts, {
    description: 'The address to listen on. Anything but loopback also needs a way in, below.',
    fallback: '127.0.0.1',
    secret: false,
  }),
  PORT: port.optional().register(abouts, {
    description: 'The port (0–65535); 0 takes a free one.',
    fallback: '4180',
    secret: false,
  }),
  ...accessSettings,
  ...inferenceSettings,
  DEMO: flag().default(false).register(abouts, {
    description: 'Starts with demo data where `NODE_ENV` is `production`, as it is in an image.',
    fallback: 'false',
    secret: false,
  }),
  ...telemetrySettings,
  VITE_LEADERBOARD_BACKEND_PORT: port.default(4180).register(abouts, {
    description: 'The original’s name for `PORT`, which wins.',
    fallback: '4180',
    secret: false,
  }),
  VITE_BACKEND_URL: text(backendUrlProblem).optional().register(abouts, {
    description:
      'Where the page finds the API, if not here: another Podium that anybody may read and that lets this page in (`ALLOWED_ORIGINS`).',
    fallback: 'here',
    secret: false,
  }),
  VITE_LEADERBOARD_FRONTEND_PORT: port.default(5173).register(abouts, {
    description:
      'Where `npm run dev` serves the page; pages from that port of `localhost` may ask this server.',
    fallback: '5173',
    secret: false,
  }),
})
export type Settings = z.infer<typeof Settings>
