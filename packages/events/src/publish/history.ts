import { compareContracts } from './compare.ts'
import { hashOf, type JsonObject } from './json-schema.ts'
import type { VersionLine } from '../version.ts'

/** What `pnpm contract` does with the history: nothing, write it anew, or refuse with what to do about it. */
export type Pin =
  | { readonly do: 'nothing' }
  | { readonly do: 'write'; readonly history: readonly [VersionLine, ...VersionLine[]] }
  | { readonly do: 'refuse'; readonly why: string }

/** What the person who changed the contract says of the change, and whether they know that it breaks. */
export type Said = { readonly what: string; readonly major: boolean }

/**
 * Decides how the contract as it is fits its history, newest line first. `pinned` gives the contract of a version.
 * A line that has its hash is never rewritten: what changed since gets a line of its own, minor if it only adds, else major.
 * A line with an empty hash (the first one, or one that has not been released and is being worked on) is filled in.
 */
export const whatToPin = (
  history: readonly [VersionLine, ...VersionLine[]],
  contract: JsonObject,
  pinned: (version: string) => JsonObject,
  said?: Said,
): Pin => {
  const [newest, ...older] = history
  const hash = hashOf(contract)
  if (newest.hash === hash) return { do: 'nothing' }
  if (newest.hash === '') return fillIn(newest, older, hash, contract, pinned)

  const { major, minor, breaks, changes } = stepFrom(newest.version, contract, pinned)
  if (!said || (breaks && !said.major)) {
    const why = [
      `The contract is no longer what version ${newest.version} pinned:`,
      ...changes,
      whatToRun(breaks, minor, major),
    ]
    return { do: 'refuse', why: why.join('\n') }
  }
  return { do: 'write', history: [{ version: said.major ? major : minor, hash, what: said.what }, ...history] }
}

const fillIn = (
  newest: VersionLine,
  older: readonly VersionLine[],
  hash: string,
  contract: JsonObject,
  pinned: (version: string) => JsonObject,
): Pin => {
  const [previous] = older
  if (previous) {
    const { major, minor, breaks, changes } = stepFrom(previous.version, contract, pinned)
    if (newest.version !== major && (breaks || newest.version !== minor)) {
      const follows = breaks ? major : `${minor} or ${major}`
      return {
        do: 'refuse',
        why: [`After ${previous.version} comes ${follows}, not ${newest.version}:`, ...changes].join('\n'),
      }
    }
  }
  return { do: 'write', history: [{ ...newest, hash }, ...older] }
}

/** The versions that may follow one, and what changed since it. */
const stepFrom = (version: string, contract: JsonObject, pinned: (version: string) => JsonObject) => {
  const { added, broken } = compareContracts(pinned(version), contract)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return {
    major: `${major + 1}.0`,
    minor: `${major}.${minor + 1}`,
    breaks: broken.length > 0,
    changes: [...broken, ...added].map((change) => `- ${change}`),
  }
}

const whatToRun = (breaks: boolean, minor: string, major: string) =>
  breaks
    ? `This breaks clients: as version ${major} it tells every open tab to reload. If you mean it, run: pnpm contract --major "What changed, in a sentence."`
    : `As an addition it becomes version ${minor}. Run: pnpm contract "What changed, in a sentence."`
