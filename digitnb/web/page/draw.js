// The board: strokes of mouse, finger or pen, and what they look like.

const MERGE = 0.2 // of the narrower one's width: strokes that overlap by so much are of one character

// Strokes from left to right, those of one character together: as digitnb.ink.columns does it with blobs
export function characters(strokes) {
  const boxes = strokes.map(({ points, brush }) => {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    return { left: left - brush / 2, right: right + brush / 2, top, bottom }
  })
  const groups = []
  for (const box of boxes.sort((a, b) => a.left - b.left)) {
    const group = groups.at(-1)
    const narrow = group && Math.min(box.right - box.left, group.right - group.left)
    if (group && group.right - box.left > MERGE * narrow) {
      group.right = Math.max(group.right, box.right)
      group.top = Math.min(group.top, box.top)
      group.bottom = Math.max(group.bottom, box.bottom)
    } else groups.push({ ...box })
  }
  return groups
}

export class Board {
  constructor(canvas, { changed, ended }) {
    Object.assign(this, { canvas, changed, ended, strokes: [], past: [], future: [], brush: 18, current: null })
    this.context = canvas.getContext('2d')
    canvas.addEventListener('pointerdown', event => this.begin(event))
    canvas.addEventListener('pointermove', event => this.move(event))
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, event => this.end(event))
    new ResizeObserver(() => this.fit()).observe(canvas)
  }
  fit() {
    const [scale, box] = [devicePixelRatio || 1, this.canvas.getBoundingClientRect()]
    if (!box.width) return
    Object.assign(this.canvas, { width: Math.round(box.width * scale), height: Math.round(box.height * scale) })
    this.context.setTransform(scale, 0, 0, scale, 0, 0)
    this.paint()
  }
  place(event) {
    const box = this.canvas.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  begin(event) {
    if (this.current || event.button !== 0) return
    this.canvas.setPointerCapture(event.pointerId)
    this.current = { id: event.pointerId, points: [this.place(event)], brush: this.brush }
    this.line(this.current.points, this.current.brush)
    event.preventDefault()
  }
  move(event) {
    if (event.pointerId !== this.current?.id) return
    const { points, brush } = this.current
    const events = event.getCoalescedEvents?.() ?? []
    for (const one of events.length ? events : [event]) points.push(this.place(one))
    this.line(points.slice(-1 - (events.length || 1)), brush)
  }
  end(event) {
    if (event.pointerId !== this.current?.id) return
    const { points, brush } = this.current
    this.current = null
    this.to([...this.strokes, { points, brush }])
  }
  line(points, brush) {
    const { context } = this
    context.strokeStyle = getComputedStyle(this.canvas).getPropertyValue('--pen') || '#4278dc'
    Object.assign(context, { lineCap: 'round', lineJoin: 'round', lineWidth: brush })
    context.beginPath()
    context.moveTo(...points[0])
    if (points.length === 1) context.lineTo(...points[0])
    for (const point of points.slice(1)) context.lineTo(...point)
    context.stroke()
  }
  paint() {
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    for (const { points, brush } of this.strokes) this.line(points, brush)
  }
  // Other strokes, that can be taken back
  to(strokes, past = [...this.past, this.strokes], future = []) {
    Object.assign(this, { strokes, past, future })
    this.paint()
    this.changed()
    this.ended()
  }
  undo() { if (this.past.length) this.to(this.past.at(-1), this.past.slice(0, -1), [...this.future, this.strokes]) }
  redo() { if (this.future.length) this.to(this.future.at(-1), [...this.past, this.strokes], this.future.slice(0, -1)) }
  clear() { if (this.strokes.length) this.to([]) }
  get points() { return this.strokes.map(stroke => stroke.points) }
  get characters() { return characters(this.strokes) }

  // What was drawn as a photo of it would be: dark on white, with paper around, about 96 pixels high
  asPicture() {
    const groups = this.characters
    const wide = Math.max(...this.strokes.map(stroke => stroke.brush))
    const [left, right] = [Math.min(...groups.map(g => g.left)), Math.max(...groups.map(g => g.right))]
    const [top, bottom] = [Math.min(...groups.map(g => g.top)) - wide / 2, Math.max(...groups.map(g => g.bottom)) + wide / 2]
    const margin = 0.2 * (bottom - top) + 4
    const scale = Math.min(96 / (bottom - top + 2 * margin), 1000 / (right - left + 2 * margin))
    const [w, h] = [right - left, bottom - top].map(size => Math.max(8, Math.round((size + 2 * margin) * scale)))
    const paper = new OffscreenCanvas(w, h).getContext('2d')
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, w, h)
    paper.setTransform(scale, 0, 0, scale, (margin - left) * scale, (margin - top) * scale)
    Object.assign(paper, { strokeStyle: '#222', lineCap: 'round', lineJoin: 'round' })
    for (const { points, brush } of this.strokes) {
      paper.lineWidth = Math.min(brush, (bottom - top) / 6)
      paper.beginPath()
      for (const point of [points[0], ...points]) paper.lineTo(...point)
      paper.stroke()
    }
    const { data } = paper.getImageData(0, 0, w, h)
    return { w, h, data }
  }
}

// What a key asks of the board
export function commandOf(event) {
  const key = event.key.toLowerCase()
  const isHeld = event.ctrlKey || event.metaKey
  if (isHeld && key === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (isHeld && key === 'y') return 'redo'
  return ['delete', 'backspace'].includes(key) ? 'clear' : null
}
