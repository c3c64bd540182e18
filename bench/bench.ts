import { parseArgs } from 'node:util'
import { load, machine } from './machine.ts'
import { readable } from './plot.ts'
import { verdictLines, writeReport } from './report.ts'
import { keepResult, readResults, type Run } from './results.ts'
import { openServers } from './servers.ts'
import type { Work } from './work/work.ts'
import { works } from './works.ts'

const help = `pnpm bench [--work a,b] [--system a,b] [--repeats n] [--seconds n] [--more] [--quick] [--report]

--work      which works (all): ${works.map(({ name }) => name).join(', ')}
--system    which systems (all of the work's); results of a part are printed, not kept
--repeats   how often each system takes its turn (3; 2 with --quick)
--seconds   how long a run measures (each work has its own)
--more      adds these repeats to those that were kept, so that a long run may be had in short ones
--quick     shorter and smaller: for a look, printed, not kept
--report    write RESULTS.md anew from results.json, measure nothing`

/** Runs works: each system in turn, again and again, so that a change of the machine's mood meets all alike. */
const main = async () => {
  const { values } = parseArgs({
    options: {
      work: { type: 'string' },
      system: { type: 'string' },
      repeats: { type: 'string' },
      seconds: { type: 'string' },
      more: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(help)
  const chosen = works.filter(({ name }) => values.work === undefined || values.work.split(',').includes(name))
  if (chosen.length === 0) throw new Error(`There is no such work.\n\n${help}`)

  let results = await readResults()
  if (!values.report) {
    for (const work of chosen) {
      const systems = work.systems.filter(
        (name) => values.system === undefined || values.system.split(',').includes(name),
      )
      const size = {
        ...(values.quick ? work.quick : work.full),
        ...(values.seconds ? { seconds: Number(values.seconds) } : {}),
      }
      const loadBefore = load()
      const runs = await runWork(work, systems, Number(values.repeats ?? (values.quick ? 2 : 3)), size)
      const result = { at: new Date().toISOString(), ...size, machine: machine(), loadBefore, loadAfter: load(), runs }
      const whole = !values.quick && values.system === undefined
      results = whole ? await keepResult(work.name, result, values.more) : { ...results, [work.name]: result }
    }
    console.log(`\n${verdictLines(chosen, results).join('\n')}`)
  }
  if (!values.quick && values.system === undefined) await writeReport(works, results)
}

const runWork = async (work: Work, systems: readonly string[], repeats: number, size: Work['full']) => {
  const runs: Run[] = []
  await using servers = await openServers(work)
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const system of systems) {
      const run = await work.measure(system, servers, size).then(
        (figures): Run => ({ repeat, system, figures: known(figures) }),
        (error: unknown): Run => ({
          repeat,
          system,
          figures: {},
          failure: error instanceof Error ? error.message : String(error),
        }),
      )
      runs.push(run)
      const told = Object.entries(work.figures).map(([name, unit]) => `${readable(run.figures[name] ?? NaN)} ${unit}`)
      console.log(`${work.name}  ${repeat + 1}/${repeats}  ${system.padEnd(24)}  ${run.failure ?? told.join(', ')}`)
    }
  }
  return runs
}

// JSON has no NaN.
const known = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number.isNaN(value) ? null : value]))

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))
await main()
