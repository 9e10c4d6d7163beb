// What several modules ask of a list of numbers.

export const sumOf = values => values.reduce((a, b) => a + b, 0)
export const argmax = values => values.indexOf(Math.max(...values))

// The value below which that share lies; between two of them, where it falls there
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort()
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low])
}
