import { start } from '../../src/start/run.ts'
import { runUntilStopped } from '../../src/start/stopping.ts'

// `pnpm start` without the web app, which is built and tried elsewhere.
await runUntilStopped((stopping) => start(process.env, undefined, stopping))
