// How an answer looks: the text, how sure, the bars, and what the network saw.

export const percent = p => `${(100 * Math.min(p, 0.999)).toFixed(1)}\u00a0%`
const REFUSALS = { blank: 'Nothing there', 'not a digit': 'Not a digit', 'more than one digit': 'More than one digit' }

const element = (name, className, text = '') => Object.assign(document.createElement(name), { className, textContent: text })

// The text large, what was refused in amber, and a sentence beside it
export function showText(output, text, sentence) {
  const large = output.querySelector('.large')
  large.className = `large${text.length > 7 ? ' longer' : text.length > 2 ? ' long' : ''}`
  large.replaceChildren(...[...text].map(c => (c === '?' ? element('i', 'refused', c) : c)))
  output.querySelector('.sentence').textContent = sentence
}

export function showDigit(output, { digit, confidence, rejected }) {
  const sentence = rejected ? REFUSALS[rejected] : `Sure: ${percent(confidence)}`
  showText(output, digit === null ? '' : String(digit), sentence)
}

export function showLine(output, { text, confidence }) {
  showText(output, text, text ? `Sure: ${percent(confidence)}` : 'Nothing to read there')
}

// Bars for [name, share, is best]
export function showBars(bars, rows) {
  while (bars.childElementCount > rows.length) bars.lastChild.remove()
  rows.forEach(([name, share, isBest], i) => {
    const bar = bars.children[i] ?? bars.appendChild(element('div', 'bar'))
    if (!bar.firstChild) {
      bar.append(element('span', 'bar-name'), element('div', 'bar-track'), element('b', 'bar-share'))
      bar.children[1].append(element('i', 'bar-fill'))
    }
    bar.classList.toggle('best', isBest)
    bar.children[0].textContent = name
    bar.querySelector('.bar-fill').style.transform = `scaleX(${share})`
    bar.children[2].textContent = share === null ? '' : percent(share)
  })
}

export function showDigitBars(bars, answer) {
  const shares = answer?.probabilities ?? Array(10).fill(0)
  showBars(bars, shares.map((share, digit) => [String(digit), share, Boolean(answer) && digit === answer.digit]))
}

// A grey picture on a canvas of its size
export function showGrey(canvas, { w, h, data }) {
  Object.assign(canvas, { width: w, height: h })
  canvas.classList.toggle('wide', w !== h)
  const pixels = new ImageData(w, h)
  data.forEach((value, i) => { pixels.data.set([value, value, value, 255], 4 * i) })
  canvas.getContext('2d').putImageData(pixels, 0, 0)
}

// The characters of a line, each where the network saw it; `wide` is the picture that they are in, `shown` how it is shown
function showUnder(row, symbols, wide, shown) {
  row.replaceChildren(...symbols.map(({ character, confidence, middle }) => {
    const span = element('span', character === '?' ? 'under-one refused' : 'under-one', character)
    span.append(element('small', 'under-sure', `${Math.floor(100 * confidence)}`))
    span.style.left = `${(middle / wide) * shown}px`
    return span
  }))
}

// What was cut out of a photo, with its characters under their ink
export function showStrip(strip, cut, answer) {
  const canvas = strip.querySelector('canvas')
  Object.assign(canvas, { width: cut.w, height: cut.h })
  canvas.getContext('2d').putImageData(new ImageData(cut.data, cut.w, cut.h), 0, 0)
  const k = Math.min(strip.clientWidth / cut.w, 150 / cut.h)
  Object.assign(canvas.style, { width: `${cut.w * k}px`, height: `${cut.h * k}px` })
  showUnder(strip.querySelector('.under'), answer.symbols, answer.size[0], cut.w * k)
}
