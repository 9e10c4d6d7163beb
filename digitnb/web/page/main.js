// The page: what its buttons, keys and pictures do.

import { showDigit, showDigitBars, showBars, showGrey, showLine, showStrip, showText } from './answer.js'
import { Board, commandOf } from './draw.js'
import { Mine } from './mine.js'
import { keepOffline } from './offline.js'
import { open, PictureError, Stage, startCamera, stopCamera, takeGiven } from './photo.js'
import { Reader } from './reader.js'
import { Table } from './table.js'
import { tabbed } from './tabs.js'

const $ = id => document.getElementById(id)
const say = sentence => { $('status').textContent = sentence }
const state = sentence => { $('state').textContent = sentence }
const on = (id, event, f) => $(id).addEventListener(event, f)

// The reader

let reader = null
function startReader() {
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function')
    return Promise.reject(new Error('This browser has no WebAssembly, by which digits are read here: a newer one has it.'))
  reader = new Reader(() => reader.ask('hand', mine.known).catch(() => {})) // it reads without, too
  return reader.ask('ready')
}
const ready = startReader()
ready.then(() => {
  performance.mark('ready')
  state('Ready: nothing leaves this device')
  reader.ask('warm').catch(() => {})
}, error => {
  state('')
  say(`Nothing can be read: ${error.message}`)
})

// Only the last question of a kind gets its answer shown, and not if that is dropped
function lastOnly(show) {
  let asked = 0
  async function ask(question) {
    asked += 1
    const mine = asked
    try {
      await ready
      const answer = await question()
      if (mine === asked) show(answer)
    } catch (error) {
      if (mine === asked && reader) say(`That could not be read: ${error.message}`)
    }
  }
  return Object.assign(ask, { drop() { asked += 1 } })
}

// Tabs

const choose = tabbed([...document.querySelectorAll('[role=tab]')], tab => {
  say('')
  if (tab !== $('tab-photo')) endCamera()
  else if (stage.context && !stage.box && !isCameraWanted) findNumber() // somebody looked through the camera, and left
  else if (shown) showStrip($('strip'), shown.cut, shown.answer) // it may have come behind another tab, without a width
})

// Drawing

let drawn = null // the last answer: { text, confidence }
const hint = 'A digit, or a whole number'

function showDrawn(answer) {
  const isLine = 'symbols' in answer
  if (isLine) {
    showLine($('answer'), answer)
    showBars($('bars'), answer.symbols.map(({ character, confidence }) => [character, confidence, character !== '?']))
  } else {
    showDigit($('answer'), answer)
    showDigitBars($('bars'), answer.rejected ? { ...answer, digit: null } : answer)
  }
  showGrey($('seen').firstElementChild, answer.image)
  if (isLine) mine.show(null)
  else if (answer.of !== mine.drawing?.of) mine.show({ answer, strokes: board.points, of: answer.of }) // the first answer stays
  const text = isLine ? answer.text : answer.digit === null ? '' : String(answer.digit)
  drawn = text ? { text, confidence: answer.confidence } : null
  enableAnswer('draw', drawn)
  performance.mark('answered')
}

function showNothing() {
  drawn = null
  mine.show(null)
  showText($('answer'), '', hint)
  showDigitBars($('bars'), null)
  showGrey($('seen').firstElementChild, { w: 28, h: 28, data: new Uint8Array(784) })
  enableAnswer('draw', null)
}

const askDrawn = lastOnly(answer => (answer ? showDrawn(answer) : showNothing()))
function readDrawn() {
  askDrawn(async () => {
    const { strokes, points, characters } = board
    if (!strokes.length) return null
    if (characters.length > 1) return reader.ask('line', { rgba: board.asPicture() })
    return { ...await reader.ask('digit', { strokes: points, see: strokes !== mine.drawing?.of }), of: strokes }
  })
}
const board = new Board($('canvas'), {
  changed() {
    $('board').classList.toggle('empty', !board.strokes.length)
    $('undo').disabled = !board.past.length
    $('redo').disabled = !board.future.length
    $('clear').disabled = !board.strokes.length
  },
  ended() {
    say('')
    if (!board.strokes.length) showNothing()
    else if (!performance.getEntriesByName('ready').length) showText($('answer'), '', 'Getting ready …')
    readDrawn()
  },
})
on('canvas', 'pointerdown', () => $('board').classList.remove('empty'))
for (const id of ['undo', 'redo', 'clear']) on(id, 'click', () => board[id]())
on('brush', 'input', () => { board.brush = Number($('brush').value) })

document.addEventListener('keydown', event => {
  if ($('draw').hidden) return
  const command = commandOf(event)
  if (!command) return
  event.preventDefault()
  board[command]()
})

// Pictures

let photographed = null
let shown = null // the last answer, and what was cut out for it

const askRead = lastOnly(({ cut, answer }) => {
  shown = { cut, answer }
  showLine($('read'), answer)
  photographed = answer.text ? answer : null
  enableAnswer('photo', photographed)
  showStrip($('strip'), cut, answer)
})
function readFrame() {
  say('')
  const { cut } = stage
  askRead(async () => ({ cut, answer: await reader.ask('line', { rgba: cut }) }))
}
const stage = new Stage({ stage: $('stage'), canvas: $('picture'), frame: $('frame'), video: $('video') }, readFrame)
const askFound = lastOnly(box => {
  stage.set(box)
  readFrame()
})
function forgetRead() { // of the picture before
  for (const asked of [askFound, askRead]) asked.drop()
  stage.box = null
  stage.place()
  photographed = null
  shown = null
  enableAnswer('photo', null)
  showText($('read'), '', 'Frame one number, or one line')
  $('strip').querySelector('canvas').width = 0
  $('strip').querySelector('.under').replaceChildren()
}
function findNumber() {
  endCamera()
  forgetRead()
  $('turn').disabled = false
  const { all } = stage
  askFound(() => reader.ask('find', { rgba: all }))
}

let taken = 0
async function take(file) {
  if (!file) return
  choose($('tab-photo'))
  taken += 1
  const turn = taken
  try {
    const picture = await open(file)
    if (turn !== taken) return // another one was given meanwhile
    stage.show(picture)
    findNumber()
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    say(error.message)
  }
}

let isCameraWanted = false // on, or waited for
function endCamera() {
  isCameraWanted = false
  stopCamera($('video'))
  $('video').hidden = true
  $('camera').textContent = 'Camera'
  $('stage').classList.toggle('empty', !stage.context)
}
on('camera', 'click', async () => {
  const video = $('video')
  if (video.srcObject) {
    const { videoWidth: w, videoHeight: h } = video
    if (w) {
      stage.show(video, w, h)
      findNumber()
    }
    return
  }
  say('')
  isCameraWanted = true
  $('camera').disabled = true // while the browser asks
  try {
    if (!await startCamera(video, () => isCameraWanted)) return
    video.hidden = false
    forgetRead()
    stage.stage.classList.remove('empty')
    $('camera').textContent = 'Take it'
  } catch (error) {
    say(error.message)
  } finally {
    $('camera').disabled = false
    if (document.activeElement === document.body) $('camera').focus() // as before it was disabled
  }
})
on('choose', 'click', () => $('file').click())
on('file', 'change', () => {
  take($('file').files[0])
  $('file').value = ''
})
on('turn', 'click', () => {
  stage.turn()
  findNumber()
})
takeGiven($('stage'), take)

// What was learnt of a hand

const mine = new Mine({
  say,
  changed() { return ready.then(() => reader.ask('hand', mine.known)).finally(readDrawn) },
})
reader?.ask('hand', mine.known).catch(() => {})

// Answers, copied and kept

function enableAnswer(part, answer) {
  for (const what of ['copy', 'keep']) $(`${part}-${what}`).disabled = !answer
}
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    say('Copied.')
  } catch {
    say('The clipboard may not be used here: select the text and copy it.')
  }
}
function keep({ text, confidence }) {
  const isKept = table.add(text, confidence)
  say(isKept ? `Kept: ${text}` : 'Kept until the page is closed: the browser’s storage is full, or forbidden here.')
}
const table = new Table(copy)
for (const [part, answer] of [['draw', () => drawn], ['photo', () => photographed]]) {
  on(`${part}-copy`, 'click', () => copy(answer().text))
  on(`${part}-keep`, 'click', () => keep(answer()))
}

showNothing()

if ('serviceWorker' in navigator && window.isSecureContext) {
  const kept = () => state('Ready, offline too: nothing leaves this device')
  ready.then(() => keepOffline(ready, kept)).catch(() => {}) // private windows have none; the page reads all the same
}
