import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { eventually } from './eventually.ts'

const shipped = new URL('../../../../docs/nginx.conf', import.meta.url)
const paths = [
  '/usr/sbin/nginx',
  '/usr/bin/nginx',
  '/usr/local/bin/nginx',
  '/opt/homebrew/bin/nginx',
]

/** Debian's, installed where that is possible; `null` where there is none to be had. */
export function findNginx(): string | null {
  const found = paths.find((path) => existsSync(path))
  if (found !== undefined) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  execFileSync('apt-get', ['-qq', 'update'], { stdio: 'ignore' })
  const install = ['-qq', 'install', '--yes', '--no-install-recommends', 'nginx']
  execFileSync('apt-get', install, { stdio: 'ignore' })
  return paths.find((path) => existsSync(path)) ?? null
}

/** The configuration of docs/, with compression on, between a free port and this server; the address to ask. */
export async function startNginx(nginx: string, podium: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'podium-nginx-'))
  const port = await freePort()
  const text = readFileSync(shipped, 'utf8')
    .replace(/127\.0\.0\.1:\d+/, new URL(podium).host)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  const config = `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1;
    events {} http { access_log off; ${temporary} gzip on; gzip_proxied any; gzip_types *; ${text} }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  })
  const address = `http://127.0.0.1:${port}`
  await eventually(() =>
    fetch(address).then(
      () => true,
      () => false,
    ),
  )
  return address
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
