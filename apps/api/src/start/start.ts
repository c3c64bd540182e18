import { buildWeb } from './build-web.ts'
import { start } from './run.ts'
import { runUntilStopped } from './stopping.ts'

await runUntilStopped((stopping) => start(process.env, buildWeb, stopping))
