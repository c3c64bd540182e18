import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Stack } from '../stack.ts'

/** Starts a desk with two workers and a database of its own, and ends it when it is disposed of. */
export const openStack = async (): Promise<Stack & AsyncDisposable> => {
  // The options of this process are how Playwright reads TypeScript; Node does by itself.
  const child = fork(fileURLToPath(new URL('../stack.ts', import.meta.url)), { execArgv: [] })
  const exited = once(child, 'exit')
  const stack = await Promise.race([
    once(child, 'message').then(([message]: Stack[]) => message),
    exited.then(([code]) => Promise.reject(new Error(`The desk ended before it was up, with ${code}.`))),
  ])
  if (!stack) throw new Error('The desk did not say where it is.')
  return {
    ...stack,
    [Symbol.asyncDispose]: async () => {
      // It has gone already if it broke: what it wrote says why.
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
