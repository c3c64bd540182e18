import { describe, expect, test } from 'vitest'
import { Keyboard, type Keys } from '../../src/ui/keys.ts'

const heard: string[] = []
const says = (word: string) => () => void heard.push(word)
const press = (keyboard: Keyboard, ...presses: [chord: string, at: number][]) => {
  heard.length = 0
  for (const [chord, at] of presses) keyboard.press(chord, at)?.()
  return heard
}
const bound = (...keys: Keys[]) => {
  const keyboard = new Keyboard()
  const unbind = keys.map((some) => keyboard.bind(() => some))
  return { keyboard, unbind }
}

describe('keys', () => {
  test('act by their place on the keyboard, and others do nothing', () => {
    const { keyboard } = bound({ KeyJ: says('next'), 'Shift+Slash': says('keys') })
    expect(press(keyboard, ['KeyJ', 0], ['Shift+Slash', 1], ['KeyX', 2])).toEqual(['next', 'keys'])
    expect(keyboard.press('KeyX', 3)).toBeUndefined()
  })

  test('of what came last act first, and give way when it goes', () => {
    const { keyboard, unbind } = bound({ Escape: says('list') }, { Escape: says('ticket') })
    expect(press(keyboard, ['Escape', 0])).toEqual(['ticket'])
    unbind[1]?.()
    expect(press(keyboard, ['Escape', 1])).toEqual(['list'])
  })

  test('one after the other go where the second leads, and the second means nothing else meanwhile', () => {
    const { keyboard } = bound({ 'KeyG KeyN': says('notifications') }, { KeyN: says('note') })
    expect(press(keyboard, ['KeyG', 0], ['KeyN', 500])).toEqual(['notifications'])
    expect(press(keyboard, ['KeyN', 600])).toEqual(['note'])
    expect(press(keyboard, ['KeyG', 700], ['KeyX', 800], ['KeyN', 900])).toEqual(['note'])
  })

  test('do not wait for ever for the second', () => {
    const { keyboard } = bound({ 'KeyG KeyN': says('notifications'), KeyN: says('note') })
    expect(press(keyboard, ['KeyG', 0], ['KeyN', 5000])).toEqual(['note'])
  })
})
