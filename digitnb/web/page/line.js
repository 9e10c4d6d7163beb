// One line of writing to its text, by both networks: as digitnb.numbers.read_line does it.

import { alone, areInked, inkBoxes, inkOf, partsOf } from './boxes.js'
import { Alphabet, characterColumns, columnProbabilities, greedy, likeliest, textProbability } from './ctc.js'
import { roundEven } from './pixels.js'
import { asSheet, asStrip, HEIGHT, MARGIN } from './strip.js'
import { argmax, sumOf } from './values.js'

const STRETCHES = [0.87, 1.15]
const CLEAR = 0.95 // likely: what one look finds that clear needs no other
const [MOST, POWER, DOUBT] = [1.5, 2, 0.1] // weight of a second opinion at most; exponent of agreement; doubt of the cut
const SHARED = 0.3 // how much of a second opinion isn't new
const SURELY = 0.9 // likely: a character that a hand may remember

const product = values => values.reduce((a, b) => a * b, 1)

// What both networks say of characters, [probabilities by code, outcomes] each: probabilities, blank left out. A second
// opinion counts the more, the more both agree about the others, and what both say is as much less sure as it isn't new.
// Digits share anew what they have together; signs keep what they have beside them.
function withOpinions(pairs, alphabet) {
  const each = pairs.map(([p, outcomes]) => {
    const shares = alphabet.ofCharacters(p)
    const digits = alphabet.digits.map(code => shares[code])
    const agreed = sumOf(digits.map((share, digit) => share * outcomes[digit]))
    return { shares, outcomes, asked: sumOf(digits), agreed }
  })
  const [asked, agreed] = ['asked', 'agreed'].map(name => sumOf(each.map(one => one[name])))
  return each.map(one => {
    const weight = MOST * ((0.5 + agreed - one.agreed) / (1 + asked - one.asked)) ** POWER
    const known = sumOf(one.outcomes.slice(0, 10))
    const unknown = 1 - known + DOUBT
    const said = alphabet.digits.map((code, digit) => one.shares[code] * (10 * one.outcomes[digit] + unknown) ** weight)
    const tempered = said.map(share => share ** (1 / (1 + SHARED * weight * known)))
    const [total, all] = [sumOf(said), sumOf(tempered)]
    const both = one.shares.map(share => share * unknown ** weight)
    alphabet.digits.forEach((code, digit) => { both[code] = (total * tempered[digit]) / Math.max(all, 1e-9) })
    for (const code of alphabet.signs) both[code] = (one.shares[code] * total) / Math.max(one.asked, 1e-9)
    const sum = sumOf(both)
    return both.map(share => share / sum)
  })
}

export class LineReader {
  // `lines` is a NetworkFile, `outcomes` asks the digit network about pictures, `learnt` is background.json
  constructor(lines, outcomes, learnt) {
    Object.assign(this, { lines, outcomes, learnt, alphabet: new Alphabet(lines.facts.labels) })
  }

  // What the network says of a strip at one of its widths
  async look(strip, number, marks) {
    const { data, shape } = asSheet(strip)
    const logits = await this.lines.run(data, shape, number)
    const width = this.alphabet.characters.length + 1
    return columnProbabilities(logits, width, this.alphabet, this.lines.facts.temperature, marks)
  }

  // Where the letters of words are: columns of a first look
  words(p) {
    const isWord = p.map(column => argmax(column) === this.alphabet.codes.get('w'))
    return p.flatMap((_, t) => (isWord[t] && !isWord[t - 1] ? [t] : []))
  }

  // The ink of each part of the first look, in the picture
  boxes(grey, seen, borders) {
    const scales = [grey.w / seen.w, grey.h / HEIGHT]
    return inkBoxes(seen, borders).map(box => {
      const [x, y, w, h] = box.map((value, i) => roundEven(value * scales[i % 2]))
      return [x, y, Math.max(1, w), Math.max(1, h)]
    })
  }

  // [number of a character, outcomes] of each that stands alone
  async opinions(ink, text, places, { columns, borders }, sures) {
    const found = [...alone(ink, columns, borders, STRETCHES[0])]
    const pictures = found.map(([k, image]) => [places.indexOf(columns[k]), image]).filter(([i]) => i >= 0)
    const see = pictures.map(([i]) => sures[i] > SURELY && '0123456789'.includes(text[i]))
    const said = await this.outcomes(pictures.map(([, image]) => image), see)
    return pictures.map(([i], n) => [i, said[n]])
  }

  // { text, symbols: [{ character, confidence, box, middle }], confidence, seen: the strip of the first look }; the text is ''
  // where nothing is written
  async read(grey, { marks = null, least = 0.5 } = {}) {
    const second = this.look(asStrip(grey, STRETCHES[1]), 1, marks) // goes on elsewhere
    const seen = asStrip(grey, STRETCHES[0])
    const looks = [await this.look(seen, 0, marks)]
    let ink = null
    if (textProbability(looks[0], greedy(looks[0])) <= CLEAR) {
      ink = inkOf(grey, this.learnt)
      looks.push(await second)
    }
    const [text, confidence] = likeliest(looks, this.alphabet)
    if (!text) return { text, symbols: [], confidence, seen }
    const codes = this.alphabet.encode(text)
    const places = looks.map(p => characterColumns(p, codes))
    const at = codes.map((_, i) => looks[0][0].map((_, code) => looks.reduce((sum, p, n) => sum + p[places[n][i]][code], 0) / looks.length))
    const isSeen = codes.map((_, i) => text[i] !== ' ')
    const columns = [...new Set([...places[0].filter((_, i) => isSeen[i]), ...this.words(looks[0])])].sort((a, b) => a - b)
    const parts = { columns, borders: partsOf(seen, columns) }
    const ofLine = codes.map((code, i) => Math.max(at[i][code], 1e-6))
    const form = Math.min(1, confidence / product(ofLine.filter((_, i) => isSeen[i])))
    const sures = [...ofLine]
    let said = [...text]
    const opinions = await this.opinions(ink ?? inkOf(grey, this.learnt), text, places[0], parts, ofLine)
    const both = withOpinions(opinions.map(([i, outcomes]) => [at[i], outcomes]), this.alphabet)
    for (const [n, [i]] of opinions.entries()) {
      said[i] = this.alphabet.characters[argmax(both[n]) - 1]
      sures[i] = Math.max(...both[n])
      if ('0123456789?'.includes(said[i])) continue
      sures[i] *= sumOf(this.alphabet.ofCharacters(at[i])) // of a sign that other network knows nothing
    }
    const noDigit = at.map(p => 1 - sumOf(this.alphabet.digits.map(code => p[code]))) // a sign need only be surely none
    const isSure = said.map((c, i) => ('0123456789?'.includes(c) ? sures : noDigit)[i] >= least)
    said = said.map((c, i) => (isSure[i] || c === ' ' ? c : '?'))
    const inked = areInked(seen, parts.borders)
    const isThere = said.map((c, i) => c !== '?' || inked[columns.indexOf(places[0][i])]) // without ink, nothing is refused
    const boxes = this.boxes(grey, seen, parts.borders)
    const middles = places[0].map(place => ((2 * place + 1 - MARGIN) * grey.w) / seen.w)
    const all = said.map((character, i) => ({ character, confidence: sures[i], box: boxes[columns.indexOf(places[0][i])], middle: middles[i] }))
    const symbols = all.filter((symbol, i) => symbol.character !== ' ' && isThere[i])
    const told = said.filter((_, i) => isThere[i]).join('').split(' ').filter(Boolean).join(' ')
    return { text: told, symbols, confidence: form * product(sures.filter((_, i) => isSeen[i])), seen }
  }
}
