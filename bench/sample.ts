/** The value in the middle. */
export const median = (values: readonly number[]) => quantile(values, 0.5)

/** The value below which a share of all values lie, between neighbours in proportion. */
export const quantile = (values: ArrayLike<number>, share: number) => {
  const sorted = Float64Array.from(values).toSorted()
  const at = (sorted.length - 1) * share
  const [below = NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}
