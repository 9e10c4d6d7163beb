// What only a browser can do. The chapter nbs/ui/05_browser.ipynb tells about it; anywidget loads it from there.

const PART = 2 ** 21 // bytes of a picture in one message

// Pictures

async function sendPicture(file, send, mostMegabytes) {
  const about = { kind: 'picture', name: file.name, size: file.size }
  if (file.size > 1e6 * mostMegabytes) return send({ ...about, last: true })
  const bytes = await file.arrayBuffer().catch(() => null) // a folder, or moved away
  if (!bytes) return send({ ...about, last: true })
  let start = 0
  do {
    const part = bytes.slice(start, start + PART)
    start += PART
    send({ ...about, last: start >= bytes.byteLength }, [part])
  } while (start < bytes.byteLength)
}

async function sendPictures(files, model) {
  const send = (message, buffers = []) => model.send(message, undefined, buffers)
  send({ kind: 'begin', files: files.length })
  for (const file of files.slice(0, model.get('most_files')))
    await sendPicture(file, send, model.get('most_megabytes'))
  send({ kind: 'end' })
}

function addButton(model, el, root, on, hear) {
  const button = document.createElement('button')
  const input = document.createElement('input')
  Object.assign(button, { className: 'dn-pick jupyter-button', type: 'button' })
  Object.assign(input, { type: 'file', accept: 'image/*,.zip', multiple: true, hidden: true })
  el.append(button, input)

  function ready() {
    button.disabled = false
    button.textContent = 'Choose pictures'
  }
  function take(files) {
    if (!files.length) return
    button.disabled = true
    button.textContent = 'Reading …'
    sendPictures([...files], model).catch(ready)
  }
  ready()
  on(button, 'click', () => input.click())
  on(root, 'click', event => { // a hand comes by the same way
    if (event.target.closest('[data-do="choose"]')) input.click()
  })
  on(input, 'change', () => {
    take(input.files)
    input.value = ''
  })
  hear(message => {
    if (message === 'done') ready()
    else root.querySelector('.dn-canvas').scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  })
  return take
}

function dropAndPaste(take, root, on) {
  const area = document.body.dataset.voila ? document : root
  on(area, 'dragover', event => {
    event.preventDefault()
    root.classList.add('dn-over')
  })
  on(area, 'dragleave', event => {
    if (!area.contains(event.relatedTarget)) root.classList.remove('dn-over')
  })
  on(area, 'drop', event => {
    event.preventDefault()
    root.classList.remove('dn-over')
    take(event.dataTransfer.files)
  })
  on(document, 'paste', event => {
    if (isMeant(root)) take(event.clipboardData.files)
  })
}

// Keys

function isMeant(root) {
  const focused = document.activeElement
  if (focused === document.body) return root === document.querySelector('.dn-app')
  return root.contains(focused)
}

function isTypedIn(element) {
  return element.isContentEditable || element.tagName === 'INPUT'
}

function commandOf(event) {
  const key = event.key.toLowerCase()
  const held = event.ctrlKey || event.metaKey
  if (held && key === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (held && key === 'y') return 'redo'
  if (key === 'delete' || key === 'backspace') return 'clear'
  return null
}

function moveFocus(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  const button = event.target.closest?.('button')
  const row = button?.closest('.dn-tools, .dn-correct, .dn-examples')
  if (!step || !row) return
  const buttons = [...row.querySelectorAll('button')]
  event.preventDefault()
  buttons.at((buttons.indexOf(button) + step) % buttons.length).focus()
}

function listenToKeys(model, root, on) {
  function hear(event) {
    if (!isMeant(root) || isTypedIn(event.target)) return
    if (event.target.tagName === 'CANVAS') event.stopPropagation()
    const command = commandOf(event)
    if (command) {
      event.preventDefault()
      event.stopPropagation()
      model.send({ kind: command })
    }
    moveFocus(event)
  }
  on(document, 'keydown', hear, true)
}

// The pen, clicks and names

function capturePen(root, on) {
  for (const canvas of root.querySelectorAll('canvas'))
    on(canvas, 'pointerdown', event => canvas.setPointerCapture(event.pointerId))
  on(root, 'mousedown', event => { // only the left button draws
    if (event.target.tagName === 'CANVAS' && event.button !== 0) event.stopPropagation()
  }, true)
}

async function copy(button) {
  button.dataset.name ??= button.textContent
  function say(what) { button.textContent = what }
  try {
    await navigator.clipboard.writeText(button.dataset.copy)
    say('Copied')
  } catch { // without encryption a page has no clipboard
    say('Not allowed here')
  }
  setTimeout(say, 1500, button.dataset.name)
}

function listenToClicks(model, root, on) {
  on(root, 'click', event => {
    const about = event.target.closest('[data-do]')?.dataset
    if (about) model.send({ kind: about.do, with: [about.with] })
    const copied = event.target.closest('[data-copy]')
    if (copied) copy(copied)
  })
}

function giveNames(model, root) {
  for (const [selector, attributes] of Object.entries(model.get('attributes')))
    for (const element of root.querySelectorAll(selector))
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (document.body.dataset.voila) {
    document.title = 'digitnb'
    document.documentElement.lang = 'en'
  }
}

// All together

function begin(model, el, root, on, hear) {
  const take = addButton(model, el, root, on, hear)
  dropAndPaste(take, root, on)
  listenToKeys(model, root, on)
  capturePen(root, on)
  listenToClicks(model, root, on)
  giveNames(model, root)
}

function render({ model, el }) {
  const gone = new AbortController()
  const { signal } = gone
  const on = (target, event, f, capture = false) => target.addEventListener(event, f, { capture, signal })
  function hear(f) {
    model.on('msg:custom', f)
    signal.addEventListener('abort', () => model.off('msg:custom', f))
  }
  function beginWhenReady() {
    if (signal.aborted) return
    const root = el.closest('.dn-app')
    if (root?.querySelector('.dn-sheet') && root.querySelector('.noUi-handle')) begin(model, el, root, on, hear)
    else setTimeout(beginWhenReady, 20)
  }
  beginWhenReady()
  return () => gone.abort()
}

export default { render }
