// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { commandIds, commandOf } from '../../src/commands/command-table.ts'
import { type Acts, Keyboard, type Standing } from '../../src/commands/keyboard.ts'
import { chordsWith } from '../../src/commands/own-chords.ts'
import { actsInText } from '../../src/commands/remap.ts'

const usual = chordsWith({})
const asked = (keyboard: Keyboard, ...presses: [chord: string, at: number][]) =>
  presses.map(([chord, at]) => {
    const press = keyboard.press(chord, at, usual)
    return press.kind === 'command' ? press.id : press.kind
  })
const says = (word: string) => () => void heard.push(word)
const heard: string[] = []
const run = (standing: Standing) => {
  heard.length = 0
  if (standing.kind === 'ready') standing.run()
  return heard
}
const bind = (keyboard: Keyboard, acts: Acts, area?: Element) => keyboard.bind({ acts: () => acts, area: () => area })

describe('keys', () => {
  test('ask for commands by their place on the keyboard, and others for nothing', () => {
    expect(asked(new Keyboard(), ['KeyJ', 0], ['Shift+Slash', 1], ['KeyQ', 2])).toEqual([
      'nextRow',
      'keySheet',
      'nothing',
    ])
  })

  test('one after the other go where the second leads, and the second means nothing else meanwhile', () => {
    const keyboard = new Keyboard()
    expect(asked(keyboard, ['KeyG', 0], ['KeyN', 500])).toEqual(['first', 'goNotifications'])
    expect(asked(keyboard, ['KeyN', 600])).toEqual(['note'])
    expect(asked(keyboard, ['KeyG', 700], ['KeyX', 800], ['KeyN', 900])).toEqual(['first', 'nothing', 'note'])
  })

  test('do not wait for ever for the second', () => {
    expect(asked(new Keyboard(), ['KeyG', 0], ['KeyN', 5000])).toEqual(['first', 'note'])
  })

  test('that a person chose stand in for the usual ones', () => {
    const own = chordsWith({ resolve: ['KeyQ'], peek: [] })
    const keyboard = new Keyboard()
    expect(keyboard.press('KeyQ', 0, own)).toEqual({ kind: 'command', id: 'resolve' })
    expect(keyboard.press('KeyE', 1, own)).toEqual({ kind: 'nothing' })
    expect(keyboard.press('Space', 2, own)).toEqual({ kind: 'nothing' })
  })
})

describe('commands', () => {
  test('are done by what came last, and give way when it goes', () => {
    const keyboard = new Keyboard()
    bind(keyboard, { resolve: says('list') })
    const leave = bind(keyboard, { resolve: says('ticket') })
    expect(run(keyboard.standing('resolve', null))).toEqual(['ticket'])
    leave()
    expect(run(keyboard.standing('resolve', null))).toEqual(['list'])
  })

  test('are done where the focus is, if that part of the page can do them', () => {
    const [list, ticket] = [document.createElement('div'), document.createElement('div')]
    const row = list.appendChild(document.createElement('a'))
    const keyboard = new Keyboard()
    bind(keyboard, { resolve: says('list') }, list)
    bind(keyboard, { resolve: says('ticket'), reply: says('reply') }, ticket)
    expect(run(keyboard.standing('resolve', row))).toEqual(['list'])
    expect(run(keyboard.standing('resolve', ticket))).toEqual(['ticket'])
    expect(run(keyboard.standing('reply', row))).toEqual(['reply'])
  })

  test('that cannot be done say why, and those that nobody here does are absent', () => {
    const keyboard = new Keyboard()
    bind(keyboard, { resolve: { run: says('resolved'), whyNot: 'It is resolved already.' } })
    expect(keyboard.standing('resolve', null)).toEqual({ kind: 'unable', why: 'It is resolved already.' })
    expect(keyboard.standing('assign', null)).toEqual({ kind: 'absent' })
  })

  test('have chords of their own each, and no chord begins another', () => {
    const chords = commandIds.flatMap((id) => commandOf(id).chords)
    expect(new Set(chords).size).toBe(chords.length)
    const firsts = new Set(chords.filter((chord) => chord.includes(' ')).map((chord) => chord.split(' ', 1)[0]))
    expect(chords.filter((chord) => firsts.has(chord))).toEqual([])
  })

  test('act while someone types only if their chord is held with ⌘ or Ctrl, and none with Alt', () => {
    for (const id of commandIds) {
      const { chords, whileTyping } = commandOf(id)
      for (const chord of chords) {
        expect.soft(chord, id).not.toMatch(/Alt|Control/u)
        if (!chord.startsWith('Mod+')) expect.soft(actsInText(id, chord), `${id} by ${chord}`).toBe(false)
      }
      if (whileTyping) expect.soft(chords.filter((chord) => actsInText(id, chord)).length, id).toBeGreaterThan(0)
    }
  })
})
