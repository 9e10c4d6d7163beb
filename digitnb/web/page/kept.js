// A list in the browser's own storage, where there is room; and what is given out as a file.

export class Kept {
  // `storage` gives the place, `isOne` tells what belongs there from what doesn't
  constructor(storage, key, isOne) {
    Object.assign(this, { storage, key, isOne, all: [], isKept: true })
    this.now()
  }
  // All there is now: the page may be open twice
  now() {
    if (!this.isKept) return this.all // what couldn't be kept is only here
    try {
      const kept = JSON.parse(this.storage().getItem(this.key) ?? '[]')
      if (Array.isArray(kept)) this.all = kept.filter(this.isOne)
    } catch {} // forbidden, or somebody else's: begin anew
    return this.all
  }
  // Other content; whether it is kept for the next visit too
  to(all) {
    this.all = all
    try {
      this.storage().setItem(this.key, JSON.stringify(all))
      this.isKept = true
    } catch {
      this.isKept = false
    }
    return this.isKept
  }
  clear() { return this.to([]) }
}

export function giveOut(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
