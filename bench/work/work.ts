import type { Servers } from '../servers.ts'

/** How long, and how large. */
export type Size = { readonly seconds: number; readonly sockets: number }

/** What one run of one system measured, by name. NaN where it could not be measured because the system failed. */
export type Figures = Readonly<Record<string, number>>

/** What is hoped for: one system's figure as a part of another's, or as it is. */
export type Goal = {
  readonly figure: string
  readonly system: string
  /** The system, or systems, whose figure it is divided by; none if the figure itself is the goal. */
  readonly over?: string
  /** The work that the other system's figure is taken from, if it is another one. */
  readonly overWork?: string
} & ({ readonly atMost: number } | { readonly atLeast: number })

/** One kind of work, the same for every system. */
export type Work = {
  readonly name: string
  /** What is done and what is measured, for the reader of the report. */
  readonly about: string
  readonly systems: readonly string[]
  /** The unit of each figure, by its name, in the order of the table. */
  readonly figures: Readonly<Record<string, string>>
  readonly goals: readonly Goal[]
  readonly quick: Size
  readonly full: Size
  readonly countStatements?: boolean
  /** Its figures are one figure at growing sizes, and are drawn beside each other: the unit of all of them. */
  readonly grows?: string
  readonly measure: (system: string, servers: Servers, size: Size) => Promise<Figures>
}
