import { useEffect, useState } from 'react'

/** Those of whom something was said in passing: it holds for a while, in milliseconds, unless it is said again. */
export const usePassing = <Id>(holdsFor: number) => {
  const [until, setUntil] = useState<ReadonlyMap<Id, number>>(new Map())

  const next = Math.min(...until.values())
  useEffect(() => {
    if (!Number.isFinite(next)) return
    const timer = setTimeout(
      () => setUntil((map) => new Map([...map].filter(([, end]) => end > next))),
      next - Date.now(),
    )
    return () => clearTimeout(timer)
  }, [next])

  return {
    now: [...until.keys()],
    note: (id: Id) => setUntil((map) => new Map(map).set(id, Date.now() + holdsFor)),
    forget: (id: Id) => setUntil((map) => new Map([...map].filter(([other]) => other !== id))),
  }
}
