// What text the columns of a strip say, and how sure that is: as digitnb.numbers does it. `p` is a list of columns,
// each the probabilities of blank and of the characters of the alphabet.

export class Alphabet {
  constructor(characters) {
    this.characters = [...characters]
    this.codes = new Map(this.characters.map((character, i) => [character, i + 1]))
    this.digits = this.encode('0123456789')
    this.signs = this.characters.filter(character => !'0123456789? w'.includes(character)).map(character => this.codes.get(character))
  }
  encode(text) { return [...text].map(character => this.codes.get(character)) }
  // Probabilities by code, 0 for blank, space and words
  ofCharacters(p) { return p.map((share, code) => (code && !' w'.includes(this.characters[code - 1]) ? share : 0)) }
  decode(codes) { return codes.map(code => this.characters[code - 1]).join('') }
}

// The rows of the network's output as probabilities; `marks` are the characters that may occur beside digits
export function columnProbabilities(logits, width, alphabet, temperature, marks = null) {
  const allowed = marks === null ? null : new Set(`0123456789 ?w${marks}`)
  const isOff = Array.from({ length: width }, (_, i) => allowed !== null && i > 0 && !allowed.has(alphabet.characters[i - 1]))
  return Array.from({ length: logits.length / width }, (_, column) => {
    const p = new Array(width)
    let [most, sum] = [-Infinity, 0]
    for (let i = 0; i < width; i++) {
      p[i] = isOff[i] ? -Infinity : logits[column * width + i] / temperature
      most = Math.max(most, p[i])
    }
    for (let i = 0; i < width; i++) {
      p[i] = Math.exp(p[i] - most)
      sum += p[i]
    }
    for (let i = 0; i < width; i++) p[i] /= sum
    return p
  })
}

// The codes of a text with a blank before, between and after, and whether the blank before each may be skipped
function lattice(codes) {
  const all = [0, ...codes.flatMap(code => [code, 0])]
  return [all, all.map((code, i) => i > 2 && i % 2 === 1 && code !== all[i - 2])]
}

// Which columns are silent, as the one before is: a path needs none of them
function areIdle(p, silent = 0.999) {
  return p.map((column, t) => t > 0 && column[0] > silent && p[t - 1][0] > silent)
}

// What it costs to stay in the blank in all silent columns
const silence = (p, idle) => p.reduce((product, column, t) => (idle[t] ? product * column[0] : product), 1)

// The sum over all paths that say the text
export function textProbability(columns, codes) {
  const [all, skips] = lattice(codes)
  const idle = areIdle(columns)
  const p = columns.filter((_, t) => !idle[t])
  let a = all.map((code, i) => (i < 2 ? p[0][code] : 0))
  for (let t = 1; t < p.length; t++) {
    const before = a
    a = all.map((code, i) => (before[i] + (i ? before[i - 1] : 0) + (skips[i] ? before[i - 2] : 0)) * p[t][code])
  }
  return silence(columns, idle) * (a.at(-1) + (a.at(-2) ?? 0))
}

// Beginnings, each with the sums of its paths that end in a blank and in its last character
function grown(beam, now, codes) {
  const next = new Map()
  const at = prefix => next.get(prefix) ?? next.set(prefix, [0, 0]).get(prefix)
  for (const [prefix, [blank, last]] of beam) {
    const same = at(prefix)
    const end = prefix ? prefix.charCodeAt(prefix.length - 1) : -1
    same[0] += (blank + last) * now[0]
    if (prefix) same[1] += last * now[end]
    for (const code of codes) at(prefix + String.fromCharCode(code))[1] += now[code] * (code === end ? blank : blank + last)
  }
  return next
}

const bySum = ([, a], [, b]) => b[0] + b[1] - a[0] - a[1]

// Likely texts, as lists of [codes, about their probability], likeliest first
export function beamSearch(p, width = 8, least = 1e-4) {
  const idle = areIdle(p)
  let beam = new Map([['', [silence(p, idle), 0]]])
  for (const now of p.filter((_, t) => !idle[t])) {
    const codes = []
    for (let code = 1; code < now.length; code++) if (now[code] > least) codes.push(code)
    beam = grown(beam, now, codes)
    if (codes.length) beam = new Map([...beam].sort(bySum).slice(0, width))
  }
  return [...beam].sort(bySum).map(([prefix, sums]) => [Array.from(prefix, c => c.charCodeAt(0)), sums[0] + sums[1]])
}

const tidy = text => text.replaceAll('w', ' ').split(/\s+/).filter(Boolean).join(' ')

function addTo(sums, key, value) { sums.set(key, (sums.get(key) ?? 0) + value) }

// The codes of the likeliest path
export function greedy(p) {
  const path = p.map(column => column.indexOf(Math.max(...column)))
  return path.filter((code, t) => code && code !== path[t - 1])
}

// What the columns say: text -> probability; where one text is clear, no other is looked for
function likelyAnswers(p, alphabet, clear = 0.9, part = 0.1) {
  const first = greedy(p)
  const sure = textProbability(p, first)
  if (sure > clear) return new Map([[tidy(alphabet.decode(first)), sure]])
  const found = beamSearch(p)
  const least = part * Math.max(0, ...found.map(([, share]) => share))
  const sums = new Map()
  for (const [codes, share] of found)
    addTo(sums, tidy(alphabet.decode(codes)), share > least ? textProbability(p, codes) : share)
  return new Map([...sums].sort((a, b) => b[1] - a[1]))
}

// What all looks together find likeliest: [text, probability]
export function likeliest(looks, alphabet) {
  const votes = new Map()
  for (const p of looks) for (const [text, share] of likelyAnswers(p, alphabet)) addTo(votes, text, share)
  let best = ['', 0]
  for (const vote of votes) if (vote[1] > best[1]) best = vote
  return [best[0], best[1] / looks.length]
}

// The column at which each character is surest, on the text's likeliest path
export function characterColumns(columns, codes) {
  const [all, skips] = lattice(codes)
  const idle = areIdle(columns)
  const places = [...columns.keys()].filter(t => !idle[t])
  const p = places.map(t => columns[t])
  const n = all.length
  const logOf = (t, code) => Math.log(Math.max(p[t][code], 1e-30))
  let a = all.map((code, i) => (i < 2 ? logOf(0, code) : -Infinity))
  const back = [new Uint8Array(n)]
  for (let t = 1; t < p.length; t++) {
    const steps = new Uint8Array(n)
    const before = a
    a = all.map((code, i) => {
      const ways = [before[i], i > 0 ? before[i - 1] : -Infinity, skips[i] ? before[i - 2] : -Infinity]
      const best = Math.max(...ways)
      steps[i] = Math.max(0, ways.indexOf(best))
      return best + logOf(t, code)
    })
    back.push(steps)
  }
  let at = n === 1 || a[n - 1] >= a[n - 2] ? n - 1 : n - 2
  const best = all.map(() => [-1, 0])
  const path = new Array(p.length)
  for (let t = p.length - 1; t >= 0; t--) {
    path[t] = at
    at -= back[t][at]
  }
  path.forEach((place, t) => {
    const likely = p[t][all[place]]
    if (likely > best[place][0]) best[place] = [likely, t]
  })
  return best.filter((_, i) => i % 2).map(([, t]) => places[t])
}
