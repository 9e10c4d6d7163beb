// Reads in the background, so that the page can be drawn on all the while.

import { fractions, judge, SIDE, softmax, strokesToImage } from './digit.js'
import { findLine } from './find.js'
import { LineReader } from './line.js'
import { fetched } from './loader.js'
import { get, NetworkFile, start } from './networks.js'
import { asStrip, toGrey } from './strip.js'

const started = start()
const digits = started.then(() => NetworkFile.load('digits', 'logits', shape => shape[0]))

export async function outcomes(image) {
  const network = await digits
  const logits = await network.run(fractions(image).data, [1, SIDE, SIDE, 1])
  return softmax(logits, network.facts.temperature)
}

// The network for lines is fetched when the first one is shown, or when there is nothing else to do
let reader
function lineReader() {
  async function load() {
    await started
    const [lines, learnt] = await Promise.all([
      NetworkFile.load('lines', 'logits', shape => shape[2] / 2),
      get('background.json', 'json'),
    ])
    return new LineReader(lines, outcomes, learnt)
  }
  reader ??= load().catch(error => {
    reader = null // so that the next question tries again
    throw error
  })
  return reader
}

const LONGEST = 1024 // pixels of a strip's longer side

const answers = {
  async ready() { // the files that this browser needed
    await outcomes({ w: SIDE, h: SIDE, data: new Uint8Array(SIDE * SIDE) })
    return fetched
  },
  async warm() { await (await lineReader()).read({ w: 96, h: 48, data: new Uint8Array(96 * 48).fill(255) }) },
  async find({ rgba }) { return findLine(toGrey(rgba, 640), rgba, (await lineReader()).learnt) },
  async digit({ strokes }) {
    const image = strokesToImage(strokes)
    return judge(image, await outcomes(image), (await digits).facts.threshold)
  },
  async line({ rgba, marks }) { // the boxes are those of a picture of the answer's size
    const grey = toGrey(rgba, LONGEST)
    return { ...await (await lineReader()).read(grey, { marks }), size: [grey.w, grey.h], image: asStrip(grey) }
  },
}

self.onmessage = async ({ data: { id, kind, ...what } }) => {
  try {
    self.postMessage({ id, answer: await answers[kind](what) })
  } catch (error) {
    self.postMessage({ id, error: String(error?.message ?? error) })
  }
}
