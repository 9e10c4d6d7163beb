// A picture from a file, the clipboard or the camera, and a frame over what is to be read.

const MOST_PIXELS = 80e6
const LONGEST = 2048 // of what is kept of a picture: pixels
const LEAST = 16 // pixels of the frame, on the screen

export class PictureError extends Error {}

// How many pixels a file says it has, for PNG and JPEG, before it takes the memory of them; 0 where it doesn't say
export async function pixelsOf(file) {
  const view = new DataView(await file.slice(0, 262144).arrayBuffer())
  const at = i => (i + 4 <= view.byteLength ? view.getUint32(i) : 0)
  if (at(0) === 0x89504e47) return at(16) * at(20)
  if (at(0) >>> 16 !== 0xffd8) return 0
  for (let i = 2; i + 9 < view.byteLength; i += 2 + view.getUint16(i + 2)) {
    const marker = view.getUint16(i)
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return view.getUint16(i + 5) * view.getUint16(i + 7)
  }
  return 0
}

export async function open(file) {
  if (await pixelsOf(file) > MOST_PIXELS) throw new PictureError('The picture has too many pixels: at most 80 million are read.')
  try {
    return await createImageBitmap(file, { colorSpaceConversion: 'none' })
  } catch {
    throw new PictureError(`${file.name ? `“${file.name}”` : 'That'} is not a picture that can be read here.`)
  }
}

export class Stage {
  constructor({ stage, canvas, frame, video }, framed) {
    Object.assign(this, { stage, canvas, frame, video, framed, box: null, held: null })
    frame.addEventListener('pointerdown', event => this.hold(event))
    frame.addEventListener('pointermove', event => this.drag(event))
    for (const end of ['pointerup', 'pointercancel']) frame.addEventListener(end, event => this.release(event))
    frame.addEventListener('keydown', event => this.key(event))
    new ResizeObserver(() => this.place()).observe(stage)
  }
  show(source, w = source.width, h = source.height) {
    const k = Math.min(1, LONGEST / Math.max(w, h))
    Object.assign(this.canvas, { width: Math.round(w * k), height: Math.round(h * k) })
    this.context = this.canvas.getContext('2d', { willReadFrequently: true })
    this.context.imageSmoothingQuality = 'high'
    this.context.drawImage(source, 0, 0, this.canvas.width, this.canvas.height)
    source.close?.()
    this.stage.classList.remove('empty')
  }
  turn() { // a quarter, clockwise
    const { width, height } = this.canvas
    const turned = new OffscreenCanvas(height, width)
    const context = turned.getContext('2d')
    context.setTransform(0, 1, -1, 0, height, 0)
    context.drawImage(this.canvas, 0, 0)
    this.show(turned, height, width)
  }
  // How the picture lies on the stage: pixels of the screen for one of the picture, and where it begins
  get view() {
    const { clientWidth: w, clientHeight: h } = this.stage
    const k = Math.min(w / this.canvas.width, h / this.canvas.height)
    return { k, x: (w - this.canvas.width * k) / 2, y: (h - this.canvas.height * k) / 2 }
  }
  set(box) {
    const { k } = this.view
    const least = k ? LEAST / k : 0 // nobody sees it behind another tab
    const [w, h] = [Math.min(Math.max(box[2], least), this.canvas.width), Math.min(Math.max(box[3], least), this.canvas.height)]
    const x = Math.min(Math.max(box[0], 0), this.canvas.width - w)
    const y = Math.min(Math.max(box[1], 0), this.canvas.height - h)
    this.box = [x, y, w, h]
    this.place()
  }
  place() {
    this.frame.hidden = !this.box
    if (!this.box) return
    const { k, x, y } = this.view
    const [left, top, width, height] = [x + this.box[0] * k, y + this.box[1] * k, this.box[2] * k, this.box[3] * k]
    const px = value => `${value}px`
    Object.assign(this.frame.style, { left: px(left), top: px(top), width: px(width), height: px(height) })
  }
  hold(event) {
    this.frame.setPointerCapture(event.pointerId)
    this.held = { id: event.pointerId, corner: event.target.dataset.corner ?? null, from: [event.clientX, event.clientY], box: this.box }
    event.preventDefault()
    this.frame.focus({ preventScroll: true })
  }
  drag(event) {
    if (event.pointerId !== this.held?.id) return
    const { k } = this.view
    const [dx, dy] = [(event.clientX - this.held.from[0]) / k, (event.clientY - this.held.from[1]) / k]
    this.set(moved(this.held.box, this.held.corner, dx, dy, [this.canvas.width, this.canvas.height]))
  }
  release(event) {
    if (event.pointerId !== this.held?.id) return
    this.held = null
    this.framed()
  }
  key(event) {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (!by) return
    event.preventDefault()
    const [dx, dy] = by.map(step => (step * 8) / this.view.k)
    const [x, y, w, h] = this.box
    this.set(event.shiftKey ? [x, y, w + dx, h + dy] : [x + dx, y + dy, w, h])
    this.framed()
  }
  get cut() {
    const [x, y, w, h] = this.box.map(Math.round)
    const { data } = this.context.getImageData(x, y, w, h)
    return { w, h, data }
  }
  get all() {
    const { width: w, height: h } = this.canvas
    return { w, h, data: this.context.getImageData(0, 0, w, h).data }
  }
}

// A box [x, y, w, h] that is dragged as a whole or by a corner, within limits
export function moved([x, y, w, h], corner, dx, dy, [wide, high]) {
  if (!corner) return [x + dx, y + dy, w, h]
  let [left, top, right, bottom] = [x, y, x + w, y + h]
  if (corner.includes('w')) left = Math.min(Math.max(0, left + dx), right - 4)
  else right = Math.max(Math.min(wide, right + dx), left + 4)
  if (corner.includes('n')) top = Math.min(Math.max(0, top + dy), bottom - 4)
  else bottom = Math.max(Math.min(high, bottom + dy), top + 4)
  return [left, top, right - left, bottom - top]
}

const CAMERA = {
  NotFoundError: 'There is no camera here: choose a picture instead.',
  NotAllowedError: 'The camera may not be used here: allow it in the browser, or choose a picture instead.',
  NotReadableError: 'Another program has the camera: close it, or choose a picture instead.',
}

// Whether it is on then: by the time that somebody allows it, it may not be wanted any more
export async function startCamera(video, isWanted) {
  if (!navigator.mediaDevices?.getUserMedia) throw new PictureError(CAMERA.NotFoundError)
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } })
    if (isWanted()) await video.play()
  } catch (error) {
    stopCamera(video)
    if (!isWanted()) return false
    throw new PictureError(CAMERA[error.name] ?? 'The camera can’t be used: choose a picture instead.')
  }
  if (!isWanted()) stopCamera(video)
  return isWanted()
}

export function stopCamera(video) {
  for (const track of video.srcObject?.getTracks() ?? []) track.stop()
  video.srcObject = null
}

// A picture that is dropped anywhere, or pasted
export function takeGiven(stage, take) {
  document.addEventListener('dragover', event => {
    event.preventDefault()
    stage.classList.add('over')
  })
  document.addEventListener('dragleave', () => stage.classList.remove('over'))
  document.addEventListener('drop', event => {
    event.preventDefault()
    stage.classList.remove('over')
    take(event.dataTransfer.files[0])
  })
  document.addEventListener('paste', event => take(event.clipboardData.files[0]))
}
