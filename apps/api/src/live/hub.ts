import type { ServerResponse } from 'node:http'
import type { LiveHello } from '@podium/contracts'
import { frame, heartbeat, retryFrame } from './frame.ts'
import { Mailbox } from './mailbox.ts'

const heartbeatMs = 15_000
const ringSize = 64

const never = () => false

type Options = {
  /** Changes with every start, so that an id of an earlier one is recognised as foreign. */
  epoch: string
  hello: () => LiveHello
  random: () => number
  maxClients?: number
}

export type Hub = {
  publish: (name: string, data: object) => void
  /** What is out of date with the next one: no client gets it later. */
  tell: (name: string, data: object) => void
  /** `false` where the hub is full or closing: answer 503. */
  connect: (
    response: ServerResponse,
    lastEventId: string | undefined,
    /** Asked with each heartbeat: who may no longer come in is told goodbye. */
    isOver?: () => boolean,
  ) => boolean
  clients: () => number
  close: () => void
}

/** Serialises an event once and hands the same bytes to every client. */
export function createHub(options: Options): Hub {
  const clients = new Set<Mailbox>()
  const ring: { sequence: number; bytes: Buffer }[] = []
  let sequence = 0
  let greeting: { data: string; bytes: Buffer } | null = null
  let isOpen = true

  const beat = setInterval(() => {
    for (const client of clients) {
      if (client.isStuck()) client.destroy()
      else if (client.isOver()) sayBye(client)
      else client.send(heartbeat)
    }
  }, heartbeatMs).unref()

  /** Everybody comes back at another moment, so that a restart is no stampede. */
  function sayBye(client: Mailbox): void {
    const bye = frame({ name: 'bye', data: {} })
    client.end(Buffer.concat([retryFrame(1000 + options.random() * 4000), bye]))
  }

  /** Where things stand: whoever hears it has missed nothing any more. Serialised once, however many come at once. */
  function hello(): Buffer {
    const id = `${options.epoch}-${sequence}`
    const data = options.hello()
    const state = `${id} ${JSON.stringify(data)}`
    if (greeting?.data !== state)
      greeting = { data: state, bytes: frame({ id, name: 'hello', data }) }
    return greeting.bytes
  }

  /** What a returning client missed, where the ring still holds all of it; else the hello is enough. */
  function missedSince(lastEventId: string | undefined): Buffer[] {
    const [, epoch, seen] = /^([^-]*)-(\d{1,15})$/.exec(lastEventId ?? '') ?? []
    const from = Number(seen)
    if (epoch !== options.epoch || from > sequence) return []
    const missed = ring.filter((entry) => entry.sequence > from)
    return missed.length === sequence - from ? missed.map((entry) => entry.bytes) : []
  }

  const sendAll = (bytes: Buffer) => clients.forEach((client) => client.send(bytes))

  return {
    publish: (name, data) => {
      sequence += 1
      const bytes = frame({ id: `${options.epoch}-${sequence}`, name, data })
      ring.push({ sequence, bytes })
      if (ring.length > ringSize) ring.shift()
      sendAll(bytes)
    },
    tell: (name, data) => sendAll(frame({ name, data })),
    connect: (response, lastEventId, isOver = never) => {
      if (!isOpen || clients.size >= (options.maxClients ?? 2000)) return false
      const mailbox = new Mailbox(response, { latest: hello, isOver })
      clients.add(mailbox)
      response.on('close', () => clients.delete(mailbox))
      const missed = missedSince(lastEventId)
      response.write(missed.length === 0 ? hello() : Buffer.concat([...missed, hello()]))
      return true
    },
    clients: () => clients.size,
    close: () => {
      isOpen = false
      clearInterval(beat)
      for (const client of clients) sayBye(client)
      clients.clear()
    },
  }
}
