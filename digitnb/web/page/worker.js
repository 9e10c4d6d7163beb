// Reads in the background, so that the page can be drawn on all the while.

import { fractions, judge, SIDE, softmax, strokesToImage } from './digit.js'
import { findLine } from './find.js'
import { Hand } from './hand.js'
import { LineReader } from './line.js'
import { fetched, isWhole } from './loader.js'
import { get, NetworkFile, start } from './networks.js'
import { Reader, sentenceOf } from './reader.js'
import { toGrey } from './strip.js'

const started = start()
const digits = started.then(() => NetworkFile.load('digits', 'logits', shape => shape[0]))

const shown = image => [fractions(image).data, [1, SIDE, SIDE, 1]]
async function logits(image) {
  const network = await digits
  const found = await network.run(...shown(image))
  return Array.from(found, z => z / network.facts.temperature)
}

let hand = Promise.resolve(null) // once something was corrected
async function newHand() {
  const [features, usual] = await Promise.all([NetworkFile.load('digits', 'features', shape => shape[0]), get('usual_ink.json', 'json')])
  return new Hand(async image => ({ logits: await logits(image), features: await features.run(...shown(image)) }), usual)
}

// Of each image; `see` says which of them the hand may remember
async function outcomes(images, see) {
  const whose = await hand
  if (whose) return whose.outcomes(images, see)
  return Promise.all(images.map(async image => softmax(await logits(image))))
}

// What is had once, when it is first needed; where that failed, the next question tries again
function once(load) {
  let found = null
  return () => {
    found ??= load().catch(error => {
      found = null
      throw error
    })
    return found
  }
}

// The network for lines is fetched when the first one is shown, or when there is nothing else to do
const lineNetwork = once(async () => {
  await started
  return NetworkFile.load('lines', 'logits', shape => shape[2] / 2)
})

// The first look at a strip is taken here, and the second at the same time in another worker like this one; if that one
// fails, here too
const lineReader = once(async () => {
  const [lines, learnt] = await Promise.all([lineNetwork(), get('background.json', 'json')])
  let beside = new Reader(undefined, isWhole)
  function run(data, shape, look) {
    if (!look || !beside) return lines.run(data, shape)
    return beside.ask('look', { data, shape }).catch(() => {
      beside = null
      return lines.run(data, shape)
    })
  }
  return new LineReader({ facts: lines.facts, run }, outcomes, learnt)
})

const LONGEST = 1024 // pixels of a strip's longer side

const answers = {
  async ready() { // the files that this browser needed
    await logits({ w: SIDE, h: SIDE, data: new Uint8Array(SIDE * SIDE) })
    return fetched
  },
  async warm() { await (await lineReader()).read({ w: 96, h: 48, data: new Uint8Array(96 * 48).fill(255) }) },
  async look({ data, shape }) { return (await lineNetwork()).run(data, shape) },
  async find({ rgba }) { return findLine(toGrey(rgba, 640), rgba, (await lineReader()).learnt) },
  async hand({ corrections }) {
    async function taught(before) {
      const whose = corrections.length ? (before ?? (await newHand())) : null
      await whose?.learn(corrections)
      return whose
    }
    const now = hand.then(taught)
    hand = now.catch(() => null) // what can't be had is said once, and it is read without
    await now
  },
  async digit({ strokes, see = true }) {
    const image = strokesToImage(strokes)
    const [found] = await outcomes([image], [see])
    return judge(image, found, (await digits).facts.threshold)
  },
  async line({ rgba, marks }) { // the boxes are those of a picture of the answer's size
    const grey = toGrey(rgba, LONGEST)
    const { seen, ...line } = await (await lineReader()).read(grey, { marks })
    return { size: [grey.w, grey.h], image: seen, ...line }
  },
}

self.onmessage = async ({ data: { id, kind, ...what } }) => {
  try {
    self.postMessage({ id, answer: await answers[kind](what) })
  } catch (error) {
    self.postMessage({ id, error: sentenceOf(error) })
  }
}
