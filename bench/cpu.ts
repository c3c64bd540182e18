import { readdir, readFile } from 'node:fs/promises'

// USER_HZ: 100 on every Linux that Node runs on.
const ticksPerSecond = 100

type Process = { readonly pid: number; readonly parent: number; readonly own: number; readonly children: number }

/**
 * CPU seconds that these processes, and what they have started, have used since they began, system time included.
 * A child that has ended is counted with its parent (Postgres has many), so the sum never falls.
 */
export const cpuSeconds = async (pids: readonly number[]) => {
  const family = await familyOf(pids)
  return family.reduce((sum, { own, children }) => sum + own + children, 0) / ticksPerSecond
}

/** Resident memory of a process, in bytes. */
export const residentBytes = async (pid: number) => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]) * 1024
}

const familyOf = async (pids: readonly number[]) => {
  const all = await processes()
  const family = all.filter(({ pid }) => pids.includes(pid))
  for (const member of family)
    family.push(...all.filter(({ parent, pid }) => parent === member.pid && !family.some((one) => one.pid === pid)))
  return family
}

const processes = async (): Promise<Process[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))
  const read = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)))
  return read.flatMap((stat) => (stat === undefined ? [] : [toProcess(stat)]))
}

// proc_pid_stat(5): the second field is a name in brackets that may hold anything.
const toProcess = (stat: string): Process => {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [parent = 0, own = 0, ownSystem = 0, children = 0, childrenSystem = 0] = [1, 11, 12, 13, 14].map(
    (index) => fields[index],
  )
  return { pid: Number.parseInt(stat, 10), parent, own: own + ownSystem, children: children + childrenSystem }
}
