import { mostBodyBytes, mostHeaderBytes, mostUrlCharacters } from './limits.ts'
import type { Details } from './problem.ts'

export const notUnderstood: Details = {
  status: 400,
  title: 'Bad request',
  detail: 'This is no HTTP request that is understood here.',
}

export const noHost: Details = {
  status: 400,
  title: 'Bad request',
  detail: 'A request names the host that it is for.',
}

export const badAddress: Details = {
  status: 400,
  title: 'Bad request',
  detail: 'An address begins with a slash.',
}

export const unauthorized: Details = {
  status: 401,
  title: 'Unauthorized',
  detail: 'A token or a sign-in is needed to see this.',
}

export const forbidden: Details = {
  status: 403,
  title: 'Forbidden',
  detail: 'This is for administrators.',
}

export const forged: Details = {
  status: 403,
  title: 'Forbidden',
  detail: 'A change must come from a page of this server, with the header `x-podium: 1`.',
}

export const tooSlow: Details = {
  status: 408,
  title: 'Request timeout',
  detail: 'The request did not come to an end in time.',
}

export const bodyTooLarge: Details = {
  status: 413,
  title: 'Body too large',
  detail: `A request may have at most ${mostBodyBytes} bytes.`,
}

export const addressTooLong: Details = {
  status: 414,
  title: 'Address too long',
  detail: `An address may have at most ${mostUrlCharacters} characters.`,
}

export const misdirected: Details = {
  status: 421,
  title: 'Misdirected request',
  detail:
    'This server does not answer under that name. Set PUBLIC_URL or ALLOWED_HOSTS if it should.',
}

export const headersTooLarge: Details = {
  status: 431,
  title: 'Headers too large',
  detail: `The address and the headers may have at most ${mostHeaderBytes} bytes.`,
}

export const busy: Details = {
  status: 503,
  title: 'Too busy',
  detail: 'Too many questions at once. Come back in a moment.',
}
