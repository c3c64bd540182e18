import { exploreDesk, told } from './model.ts'
import { mistakes, scenarioNames } from './scenarios.ts'

// What `pnpm model` prints: how much was looked at, and, for each rule made wrong, the shortest way to the harm.
const print = (...lines: readonly string[]) => void process.stdout.write(`${lines.join('\n')}\n\n`)

for (const name of scenarioNames) {
  const found = exploreDesk(name)
  print(`${name}:`, `  ${found.states} states, ${found.steps} steps: ${told(found)}`)
}
for (const { name, rules, at } of mistakes) print(`If ${name}:`, told(exploreDesk(at, rules)))
