import { cpus, loadavg, release, totalmem } from 'node:os'
import { spawnSync } from 'node:child_process'

/** The machine in one line. */
export const machine = () => {
  const redis = /v=(\S+)/u.exec(spawnSync('redis-server', ['--version'], { encoding: 'utf8' }).stdout)?.[1]
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GiB, Linux ${release()}, Node ${process.versions.node}, Redis ${redis ?? 'none'}`
}

/** Processes that ran or waited to run, on average over the last minute. */
export const load = () => Math.round((loadavg()[0] ?? 0) * 100) / 100
