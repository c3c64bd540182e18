/** Does one step and says so: what it is while it runs, then how long it took. */
export const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  process.stdout.write(`  ${what} … `)
  try {
    const result = await work()
    process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    process.stdout.write('no\n')
    throw error
  }
}

/** Says a sentence on a line of its own. */
export const say = (sentence: string): void => void process.stdout.write(`${sentence.replaceAll(/^(?=.)/gmu, '  ')}\n`)
