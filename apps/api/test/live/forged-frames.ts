import { events } from '@livedesk/events'
import { frame, opcodes, text } from './wire.ts'

/** What a client may send that it should not, and how that ends: with one of these close codes, or with the socket going on. */
export type Forged = {
  readonly name: string
  readonly sends: readonly Buffer[]
  readonly ends: readonly number[] | 'goes on'
}

const closes = (...ends: readonly number[]) => ends
const protocol = closes(1002)
const notText = closes(1007)
const notCommand = closes(4409)
const tooLarge = closes(1009)

const kinds = Object.entries(opcodes)
const controls = [
  ['close', opcodes.close],
  ['ping', opcodes.ping],
  ['pong', opcodes.pong],
] as const

const one = (name: string, sends: Buffer, ends: Forged['ends']): Forged => ({ name, sends: [sends], ends })

/** Headers that RFC 6455 does not allow. */
const headers: Forged[] = [
  ...[0x3, 0x4, 0x5, 0x6, 0x7, 0xb, 0xc, 0xd, 0xe, 0xf].map((opcode) =>
    one(`the reserved opcode ${opcode.toString(16)}`, frame({ opcode, payload: '{"type":"ping"}' }), protocol),
  ),
  ...kinds.flatMap(([kind, opcode]) =>
    [1, 2, 3, 4, 5, 6, 7].map((reserved) =>
      one(`${kind} with reserved bits ${reserved}`, frame({ opcode, reserved }), protocol),
    ),
  ),
  ...kinds.map(([kind, opcode]) =>
    one(`${kind} without a mask`, frame({ opcode, payload: '', masked: false }), protocol),
  ),
  ...controls.map(([kind, opcode]) => one(`a fragment of a ${kind}`, frame({ opcode, fin: false }), protocol)),
  ...controls.flatMap(([kind, opcode]) =>
    [126, 200, 65_536].map((length) =>
      one(`a ${kind} of ${length} bytes`, frame({ opcode, payload: 'x'.repeat(length) }), protocol),
    ),
  ),
  one('a fragment that continues nothing', frame({ opcode: opcodes.continuation, payload: 'x' }), protocol),
  one(
    'a first fragment that continues nothing',
    frame({ opcode: opcodes.continuation, payload: 'x', fin: false }),
    protocol,
  ),
  ...(['text', 'binary'] as const).map((kind) => ({
    name: `a ${kind} message inside another`,
    sends: [text('{', { fin: false }), frame({ opcode: opcodes[kind], payload: 'x' })],
    ends: protocol,
  })),
]

/** Lengths that lie, or are more than is taken. */
const lengths: Forged[] = [
  one('65,537 bytes', text('x'.repeat(65_537)), tooLarge),
  ...[65_537n, 2n ** 31n, 2n ** 32n, 2n ** 53n - 1n].map((saysLength) =>
    one(`a header that says ${saysLength} bytes`, text('x', { saysLength }), tooLarge),
  ),
  ...[2n ** 53n, 2n ** 63n, 2n ** 64n - 1n].map((saysLength) =>
    one(`a header that says ${saysLength} bytes`, text('x', { saysLength }), closes(1002, 1009)),
  ),
  {
    name: 'fragments that are too much together',
    sends: [
      text('x'.repeat(40_000), { fin: false }),
      frame({ opcode: opcodes.continuation, payload: 'x'.repeat(40_000) }),
    ],
    ends: tooLarge,
  },
  one(
    'more fragments than anyone needs',
    Buffer.concat([
      text('{', { fin: false }),
      Buffer.concat(
        Array.from({ length: 20_000 }, () => frame({ opcode: opcodes.continuation, fin: false, payload: 'x' })),
      ),
    ]),
    closes(1008, 4409),
  ),
  one('a length written longer than it need be', text('{"type":"ping"}', { lengthBytes: 8 }), 'goes on'),
]

/** Close frames that are none. */
const goodbyes: Forged[] = [
  one('a close of one byte', frame({ opcode: opcodes.close, payload: Buffer.from([3]) }), protocol),
  ...[0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535].map((code) =>
    one(`a close with the code ${code}`, goodbye(code), protocol),
  ),
  one('a close whose reason is not UTF-8', goodbye(1000, Buffer.from([0xff, 0xfe])), notText),
  one('a close with a code of the desk’s own', goodbye(4401), closes(4401)),
  one('a close that says nothing', frame({ opcode: opcodes.close }), closes(1005)),
]

/** Text that is not UTF-8: overlong, surrogates, beyond Unicode, cut short. */
const encodings: Forged[] = [
  'c0af',
  'c080',
  'e080af',
  'f08080af',
  'f8888080',
  'fc8480808080',
  'eda080',
  'edbfbf',
  'f4908080',
  'f7bfbfbf',
  'ff',
  'fe',
  '80',
  'bf',
  'c3',
  'e282',
  'f09f98',
  '22c328',
].map((hex) => one(`text with the bytes ${hex}`, text(Buffer.from(hex, 'hex')), notText))

/** JSON that is no command of the contract, or no JSON. */
const commands: Forged[] = [
  '',
  ' ',
  '\u0000',
  '{',
  '}',
  '[]',
  '[{"type":"ping"}]',
  'null',
  'true',
  '0',
  '1e999',
  '"ping"',
  'ping',
  "{'type':'ping'}",
  '{type:"ping"}',
  '{"type":"ping"',
  '{"type":"ping"}}',
  '{"type":"ping"}{"type":"ping"}',
  '{"type":"ping"}//',
  '\ufeff{"type":"ping"}',
  '{"type":NaN}',
  '{"type":undefined}',
  '{}',
  '{"type":null}',
  '{"type":1}',
  '{"type":["ping"]}',
  '{"type":{"ping":1}}',
  '{"type":"PING"}',
  '{"type":" ping"}',
  '{"type":"ping\\u0000"}',
  '{"type":"__proto__"}',
  '{"type":"constructor"}',
  '{"type":"toString"}',
  '{"__proto__":{"type":"ping"}}',
  '{"type":"ping","type":"x"}',
  '{"type":"ping","user_id":1}',
  '{"type":"ping","__proto__":1}',
  '{"type":"ping","constructor":{"prototype":{}}}',
  '{"type":"subscribe","chat_id":7}',
  '{"type":"subscribe","user_id":2}',
  '{"type":"join","chat_id":7}',
  '{"type":"auth","token":"ldk_2"}',
  '{"type":"sudo","user_id":1}',
  '{"type":"welcome","user_id":2,"cursor":0,"epoch":"x","resumed":true,"heartbeat_ms":1,"contract":"1.0"}',
  '{"type":"resync","cursor":0,"epoch":"x","reason":"epoch"}',
  '{"type":"pong","cursor":1}',
  '{"seq":1,"type":"ping"}',
  '{"type":"ping","cursor":0}',
  ...Object.keys(events).map((type) => `{"type":"${type}"}`),
  ...['0', '-1', '1.5', '1e300', '9007199254740992', '"7"', 'null', '[]', '[7]', '{}', 'true', '""', '-0'].flatMap(
    (id) => [
      `{"type":"typing","chat_id":${id}}`,
      `{"type":"read","chat_id":7,"message_id":${id}}`,
      ...(id === 'null' ? [] : [`{"type":"view","ticket_id":${id}}`]),
      ...(id === '[]' || id === '[7]' ? [] : [`{"type":"viewing","ticket_ids":${id}}`]),
    ],
  ),
  '{"type":"typing","chat_id":7,"user_id":1}',
  '{"type":"read","chat_id":7}',
  '{"type":"read","message_id":7}',
  '{"type":"view"}',
  '{"type":"view","ticket_id":7,"user_id":1}',
  '{"type":"away"}',
  '{"type":"away","is_away":1}',
  '{"type":"away","is_away":true,"user_id":1}',
  '['.repeat(30_000),
  '{"type":'.repeat(7000),
  `{"type":"${'x'.repeat(60_000)}"}`,
  `{"type":"ping","${'x'.repeat(60_000)}":1}`,
  `[${'0,'.repeat(30_000)}0]`,
].map((json) =>
  one(`the text ${json.length > 60 ? `${json.slice(0, 60)}… (${json.length})` : json}`, text(json), notCommand),
)

/** Odd, and allowed. */
const odd: Forged[] = [
  one('a ping of 125 bytes', frame({ opcode: opcodes.ping, payload: 'x'.repeat(125) }), 'goes on'),
  one('a pong nobody asked for', frame({ opcode: opcodes.pong, payload: 'x' }), 'goes on'),
  one('a command with escapes', text('{"\\u0074ype":"\\u0070ing"}'), 'goes on'),
  one('a command with space around it', text(' \n{ "type" : "ping" }\t'), 'goes on'),
  one('a command said twice in its own words', text('{"type":"x","type":"ping"}'), 'goes on'),
  {
    name: 'a command in fragments, with a ping between',
    sends: [
      text('{"type":', { fin: false }),
      frame({ opcode: opcodes.ping }),
      frame({ opcode: opcodes.continuation, payload: '"ping"}' }),
    ],
    ends: 'goes on',
  },
  {
    name: 'a command byte by byte',
    sends: [...text('{"type":"ping"}')].map((byte) => Buffer.from([byte])),
    ends: 'goes on',
  },
  { name: 'half a frame, and then nothing', sends: [text('{"type":"ping"}').subarray(0, 5)], ends: 'goes on' },
  {
    name: 'a fragmented message of empty fragments',
    sends: [
      text('', { fin: false }),
      frame({ opcode: opcodes.continuation, fin: false }),
      frame({ opcode: opcodes.continuation, payload: '{"type":"ping"}' }),
    ],
    ends: 'goes on',
  },
  one('binary', frame({ opcode: opcodes.binary, payload: '{"type":"ping"}' }), notCommand),
  one('nothing, in binary', frame({ opcode: opcodes.binary }), notCommand),
  one('an HTTP request', Buffer.from('GET / HTTP/1.1\r\nHost: desk.test\r\n\r\n'), protocol),
  one('a TLS greeting', Buffer.from('16030100a5010000a10303', 'hex'), protocol),
  one('zeros', Buffer.alloc(1000), protocol),
  one('ones', Buffer.alloc(1000, 0xff), protocol),
]

export const forgedFrames: readonly Forged[] = [...headers, ...lengths, ...goodbyes, ...encodings, ...commands, ...odd]

function goodbye(code: number, reason = Buffer.alloc(0)) {
  const payload = Buffer.alloc(2)
  payload.writeUInt16BE(code)
  return frame({ opcode: opcodes.close, payload: Buffer.concat([payload, reason]) })
}
