import { upgrade } from './wire.ts'

/** A request for a socket that should not get one (or should, however odd it is), and the statuses that answer it. */
export type ForgedUpgrade = { readonly name: string; readonly sends: Buffer; readonly answers: readonly number[] }

const me = { 'x-user': '6' }
const asks = (
  name: string,
  headers: Parameters<typeof upgrade>[1],
  answers: readonly number[],
  path = '/api/ws',
  line?: string,
): ForgedUpgrade => ({
  name,
  sends: upgrade(path, { ...me, ...headers }, line),
  answers,
})

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'get', 'FOO'].map((method) =>
  asks(`the method ${method}`, {}, [400, 405], '/api/ws', `${method} /api/ws HTTP/1.1`),
)

const versions = ['', '0', '7', '12', '14', '99', '-13', 'abc', '13, 8', ' 13 13'].map((version) =>
  asks(`Sec-WebSocket-Version: ${version}`, { 'Sec-WebSocket-Version': version }, [400, 426]),
)

const keys = [
  '',
  'x',
  'dGhlIHNhbXBsZSBub25jZQ',
  'dGhlIHNhbXBsZSBub25jZQ===',
  'dGhlIHNhbXBsZSBub25jZQ==x',
  '!!!!!!!!!!!!!!!!!!!!!!==',
  'A'.repeat(24),
  'A'.repeat(5000),
].map((key) => asks(`a key of ${key.length} characters: ${key.slice(0, 30)}`, { 'Sec-WebSocket-Key': key }, [400]))

const handshakes = [
  asks('no version', { 'Sec-WebSocket-Version': undefined }, [400, 426]),
  asks('no key', { 'Sec-WebSocket-Key': undefined }, [400]),
  asks('two keys', { 'Sec-WebSocket-Key': ['dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZSBub25jZQ=='] }, [400]),
  asks('an upgrade to h2c', { Upgrade: 'h2c' }, [400]),
  asks('an upgrade to websocket or h2c', { Upgrade: 'websocket, h2c' }, [400]),
  asks('an upgrade in capitals', { Upgrade: 'WEBSOCKET' }, [101]),
  asks('subprotocols said twice', { 'Sec-WebSocket-Protocol': 'a, a' }, [400]),
  asks('a subprotocol that is none', { 'Sec-WebSocket-Protocol': 'a b' }, [400]),
  asks('an empty subprotocol', { 'Sec-WebSocket-Protocol': ',' }, [400]),
  asks('a subprotocol nobody knows', { 'Sec-WebSocket-Protocol': 'graphql-ws' }, [101]),
  asks('compression', { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' }, [101]),
  asks('an extension that is none', { 'Sec-WebSocket-Extensions': ';;;=' }, [101, 400]),
  asks('ten thousand extensions', { 'Sec-WebSocket-Extensions': 'x,'.repeat(5000) }, [101, 400, 431]),
]

const addresses = [
  '//[',
  'http://[',
  '/api/ws?cursor=',
  '/api/ws?cursor=-1',
  '/api/ws?cursor=%2D1',
  '/api/ws?cursor=+1',
  '/api/ws?cursor=1.5',
  '/api/ws?cursor=1e3',
  '/api/ws?cursor=0x10',
  '/api/ws?cursor=NaN',
  '/api/ws?cursor=9999999999999999',
  '/api/ws?cursor=%zz',
  '/api/ws?cursor=%00',
  '/api/ws?cursor=1%0d%0aX:1',
  '/api/ws?cursor=1&cursor=x',
  '/api/ws?cursor=null',
  '/api/ws?cursor[]=1x',
  `/api/ws?epoch=${'e'.repeat(65)}`,
  '/api/ws?contract=',
  '/api/ws?contract=x',
  '/api/ws?contract=1.0.0',
  '/api/ws?contract=-1',
  `/api/ws?contract=${'9'.repeat(100)}`,
].map((path) => asks(`the address ${path.slice(0, 60)}`, {}, path.includes('[]') ? [101] : [400], path))

const admitted = [
  '/api/ws?',
  '/api/ws?cursor=0',
  '/api/ws?cursor=000',
  '/api/ws?cursor=999999999999999',
  '/api/ws?epoch=',
  '/api/ws?token=ldk_x',
  '/api/ws?a=1&a=2',
  '/api/ws?x=%F0%9F%98%80',
].map((path) => asks(`the address ${path}`, {}, [101], path))

const people = [
  '',
  'abc',
  '-1',
  '0',
  '1.5',
  '1e300',
  '99999999999999999999',
  '2,3',
  'null',
  '__proto__',
  '\u00e9',
  '{"$gt":0}',
  "' or 1=1 --",
].map((user) => asks(`someone who says they are ${user}`, { 'x-user': user }, [401]))

const origins = [
  'null',
  '',
  ' ',
  'http://evil.test',
  'https://desk.test',
  'http://desk.test.evil.test',
  'http://evil.test/desk.test',
  'http://desk.test@evil.test',
  'http://desk.test:81',
  'http://desk.test/',
  'http://sub.desk.test',
  'http://desk.test, http://evil.test',
  'file://',
  'chrome-extension://abc',
  'HTTP://DESK.TEST',
  'javascript:alert(1)',
  '\u00ff',
].map((origin) => asks(`a page of ${origin || 'an empty origin'}`, { Origin: origin }, [403]))

const raw = (name: string, sends: string | Buffer, answers: readonly number[]): ForgedUpgrade => ({
  name,
  sends: Buffer.from(sends),
  answers,
})
const start =
  'GET /api/ws HTTP/1.1\r\nHost: desk.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nx-user: 6\r\n'

const requests = [
  raw('no HTTP', 'hello\r\n\r\n', [400]),
  raw('an empty request line', '\r\n\r\n\r\n\r\nx\r\n\r\n', [400]),
  // Answered as the plain request that it is.
  raw('HTTP/0.9', 'GET /api/ws\r\n\r\n', [200, 400, 404]),
  raw('HTTP/2 said in HTTP/1', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 505]),
  raw('HTTP/9.9', `${start.replace('HTTP/1.1', 'HTTP/9.9')}\r\n`, [400, 505]),
  raw('no host', `${start.replace('Host: desk.test\r\n', '')}\r\n`, [400, 101]),
  raw('two hosts', `${start}Host: evil.test\r\n\r\n`, [400, 101]),
  raw('a header without a name', `${start}: x\r\n\r\n`, [400]),
  raw('a header with a space in its name', `${start}x y: z\r\n\r\n`, [400]),
  raw('a folded header', `${start}x: y\r\n z\r\n\r\n`, [400, 101]),
  raw('a zero byte in a header', `${start}x: a\u0000b\r\n\r\n`, [400]),
  raw('a header with a bare carriage return', `${start}x: a\rb\r\n\r\n`, [400]),
  raw('lengths that disagree', `${start}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, [400]),
  raw('a negative length', `${start}Content-Length: -1\r\n\r\n`, [400]),
  raw('a length and chunks', `${start}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400]),
  raw('chunks that are none', `${start}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`, [101, 400]),
  raw('headers of 20 kB', `${start}x: ${'y'.repeat(20_000)}\r\n\r\n`, [431]),
  raw(
    'three thousand headers',
    `${start}${Array.from({ length: 3000 }, (_, index) => `h${index}: x\r\n`).join('')}\r\n`,
    [431],
  ),
  raw('an address of 20 kB', `${start.replace('/api/ws', `/api/ws?x=${'y'.repeat(20_000)}`)}\r\n`, [431]),
  raw('a certificate of TLS', Buffer.from('1603010200010001fc0303', 'hex'), [400]),
]

export const forgedUpgrades: readonly ForgedUpgrade[] = [
  ...methods,
  ...versions,
  ...keys,
  ...handshakes,
  ...addresses,
  ...admitted,
  ...people,
  ...origins,
  ...requests,
]
