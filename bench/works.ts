import { clientsAway, listenKilled, redisRestarted } from './work/faults.ts'
import { fanOutAlone, fanOutQueued } from './work/fan-out.ts'
import { growthLog, growthSockets, growthWorkers } from './work/growth.ts'
import { latencyBusy, latencyCalm } from './work/latency.ts'
import { memory } from './work/memory.ts'
import { resume } from './work/resume.ts'
import { saturatedAlone, saturatedTogether } from './work/saturated.ts'
import { tab } from './work/tab.ts'
import { targetedAlone, targetedTogether } from './work/targeted.ts'
import type { Work } from './work/work.ts'
import { writersAlone, writersBusy } from './work/writers.ts'

/** Every work, in order of importance. */
export const works: readonly Work[] = [
  targetedTogether,
  targetedAlone,
  saturatedTogether,
  saturatedAlone,
  latencyCalm,
  latencyBusy,
  fanOutAlone,
  fanOutQueued,
  writersAlone,
  writersBusy,
  memory,
  listenKilled,
  redisRestarted,
  clientsAway,
  resume,
  tab,
  growthSockets,
  growthWorkers,
  growthLog,
]
