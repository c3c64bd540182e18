/** The tab shows what a fresh load would not, or never comes to rest. */
export class Diverged extends Error {
  constructor(faults: readonly unknown[]) {
    super(JSON.stringify(faults, null, 2))
    this.name = 'Diverged'
  }
}
