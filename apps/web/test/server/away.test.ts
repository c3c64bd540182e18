import { expect, test } from 'vitest'
import { heldBrowser } from './held-browser.ts'

const place = (cursor: number) => ({ epoch: 'e1', cursor })
const away = (browser: ReturnType<typeof heldBrowser>) =>
  browser.newest().sent.flatMap((frame) => Object(frame)['is_away'] ?? [])
/** Time passes in a browser whose desk answers. */
const minutes = (browser: ReturnType<typeof heldBrowser>, count: number) => {
  for (let second = 0; second < count * 60; second += 5) {
    browser.clock.pass(5000)
    browser.newest().say({ type: 'pong', cursor: 10 })
  }
}

test('[C6] a person is away when no tab has been touched for five minutes, and back with the first touch of any', () => {
  const browser = heldBrowser()
  const [one, two] = [browser.openLive(), browser.openTab()]
  two.signIn(place(10))
  one.touch()
  minutes(browser, 3)
  two.touch()
  minutes(browser, 4)
  expect(away(browser)).toEqual([])
  minutes(browser, 1)
  expect(away(browser)).toEqual([true])
  one.touch()
  one.touch()
  expect(away(browser)).toEqual([true, false])
  minutes(browser, 5)
  expect(away(browser)).toEqual([true, false, true])
})

test('[C6] who is away is so on the next socket too, and wherever the switchboard goes', () => {
  const browser = heldBrowser()
  const [one, two] = [browser.openLive(), browser.openTab()]
  two.signIn(place(10))
  one.touch()
  minutes(browser, 5)
  browser.newest().close(1006)
  browser.clock.pass(1000)
  browser.welcome({ resumed: true })
  expect(away(browser)).toEqual([true])

  browser.succeed(two)
  browser.welcome({ resumed: true })
  expect(away(browser)).toEqual([true])
  two.touch()
  expect(away(browser)).toEqual([true, false])
})
