// One line of writing to its text, by both networks: as digitnb.numbers.read_line does it.

import { alone, inkBoxes } from './boxes.js'
import { Alphabet, characterColumns, columnProbabilities, likeliest } from './ctc.js'
import { roundEven } from './pixels.js'
import { asSheet, asStrip, HEIGHT, MARGIN } from './strip.js'

const STRETCHES = [0.87, 1.15]
const DATE = /^[0-9?]{1,4}([-/.])[0-9?]{1,2}\1[0-9?]{1,4}$/
const [WEIGHT, DOUBT] = [0.5, 0.1] // of the second opinion, and of the cut

const product = values => values.reduce((a, b) => a * b, 1)

// What both networks say of a character: its probabilities by code, blank left out
function withOpinion(p, outcomes, alphabet) {
  const unknown = outcomes[10] + outcomes[11] + DOUBT
  const factor = p.map(() => unknown)
  for (let digit = 0; digit < 10; digit++) factor[alphabet.codes.get(String(digit))] = 10 * outcomes[digit] + unknown
  const both = p.map((share, code) => share * factor[code] ** WEIGHT)
  const sum = both.reduce((a, b) => a + b)
  return both.map(share => share / sum)
}

export class LineReader {
  // `lines` is a NetworkFile, `outcomes` asks the digit network about a picture, `learnt` is background.json
  constructor(lines, outcomes, learnt) {
    Object.assign(this, { lines, outcomes, learnt, alphabet: new Alphabet(lines.facts.labels) })
  }

  // What the network says of a strip, look by look
  async looks(grey, marks) {
    const { data, shape } = asSheet(STRETCHES.map(wider => asStrip(grey, wider)))
    const logits = await this.lines.run(data, shape)
    const half = logits.length / STRETCHES.length
    const width = this.alphabet.characters.length + 1
    const each = STRETCHES.map((_, i) => logits.subarray(i * half, (i + 1) * half))
    return each.map(look => columnProbabilities(look, width, this.alphabet, this.lines.facts.temperature, marks))
  }

  boxes(grey, seen, places) {
    const scales = [grey.w / seen.w, grey.h / HEIGHT]
    return inkBoxes(seen, places).map(box => {
      const [x, y, w, h] = box.map((value, i) => roundEven(value * scales[i % 2]))
      return [x, y, Math.max(1, w), Math.max(1, h)]
    })
  }

  async opinions(grey, places, isSeen) {
    const found = new Map()
    for (const [i, image] of alone(grey, places, STRETCHES[0], this.learnt))
      if (isSeen[i]) found.set(i, await this.outcomes(image))
    return found
  }

  // { text, symbols: [{ character, confidence, box, middle }], confidence }; the text is '' where nothing is written
  async read(grey, { marks = null, least = 0.5 } = {}) {
    const looks = await this.looks(grey, marks)
    const [text, confidence] = likeliest(looks, this.alphabet)
    if (!text) return { text, symbols: [], confidence }
    const codes = this.alphabet.encode(text)
    const places = looks.map(p => characterColumns(p, codes))
    const at = codes.map((_, i) => looks[0][0].map((_, code) => looks.reduce((sum, p, n) => sum + p[places[n][i]][code], 0) / looks.length))
    const isSeen = codes.map((_, i) => text[i] !== ' ')
    let sures = codes.map((code, i) => Math.max(at[i][code], 1e-6))
    const form = Math.min(1, confidence / product(sures.filter((_, i) => isSeen[i])))
    let said = [...text]
    if (!DATE.test(text)) {
      const both = [...sures]
      for (const [i, outcomes] of await this.opinions(grey, places[0], isSeen)) {
        const characters = at[i].map((share, code) => (code && !' w'.includes(this.alphabet.characters[code - 1]) ? share : 0))
        const sum = characters.reduce((a, b) => a + b)
        const p = withOpinion(characters.map(share => share / sum), outcomes, this.alphabet)
        both[i] = Math.max(...p)
        said[i] = this.alphabet.characters[p.indexOf(both[i]) - 1]
      }
      sures = both
    }
    said = said.map((c, i) => (sures[i] >= least || c === ' ' ? c : '?'))
    const seen = asStrip(grey, STRETCHES[0])
    const boxes = this.boxes(grey, seen, places[0])
    const middles = places[0].map(place => ((2 * place + 1 - MARGIN) * grey.w) / seen.w)
    const all = said.map((character, i) => ({ character, confidence: sures[i], box: boxes[i], middle: middles[i] }))
    const symbols = all.filter(symbol => symbol.character !== ' ')
    return { text: said.join(''), symbols, confidence: form * product(sures.filter((_, i) => isSeen[i])) }
  }
}
