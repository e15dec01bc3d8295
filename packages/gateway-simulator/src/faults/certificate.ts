import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

export type CertificateKind = 'self-signed' | 'expired' | 'wrong-host'

export interface Certificate {
  key: string
  cert: string
}

const day = 86_400_000

/** A self-signed certificate, valid for its host once a client trusts it, unless a bad one is wanted. */
export function createCertificate(kind: CertificateKind, host: string, nowMs: number): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = kind === 'wrong-host' ? 'elsewhere.invalid' : host
  const untilMs = kind === 'expired' ? nowMs - day : nowMs + 30 * day
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(name),
    sequence(instant(nowMs - 30 * day), instant(untilMs)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeName(name), isAuthority)),
  )
  const signature = sign('sha256', body, privateKey)
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature))
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n').trim()
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** DER: a tag, the length, the content. */
function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const inner = Buffer.concat(content)
  const { length } = inner
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), inner])
}

const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, ...parts)
const integer = (bytes: Uint8Array) => tagged(0x02, bytes)
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))

const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))
const isAuthority = sequence(
  identifier('551d13'),
  tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff])))),
)

function nameOf(commonName: string): Buffer {
  return sequence(
    tagged(0x31, sequence(identifier('550403'), tagged(0x0c, Buffer.from(commonName)))),
  )
}

function alternativeName(name: string): Buffer {
  const isAddress = isIP(name) === 4
  const entry = isAddress
    ? tagged(0x87, Buffer.from(name.split('.').map(Number)))
    : tagged(0x82, Buffer.from(name))
  return sequence(identifier('551d11'), tagged(0x04, sequence(entry)))
}

/** UTCTime has two digits for the year, which is enough until 2049. */
function instant(ms: number): Buffer {
  const text = new Date(ms).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return tagged(0x17, Buffer.from(text.slice(2)))
}
