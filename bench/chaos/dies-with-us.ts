import type { ChildProcess } from 'node:child_process'

const children = new Map<ChildProcess, NodeJS.Signals>()

process.once('exit', () => {
  for (const [child, signal] of children) child.kill(signal)
})

/** Ends a child process by this signal when the run ends in whatever way: one that is frozen does not see that nobody is there. */
export const diesWithUs = (child: ChildProcess, signal: NodeJS.Signals) => {
  children.set(child, signal)
  child.once('exit', () => children.delete(child))
  return child
}
