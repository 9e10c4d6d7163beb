// Where a picture's number is: the row of the blobs around the one with the most ink. Good enough for a first frame.

import { inkMask, pageContrast } from './background.js'
import { boxAround, mayBeDigit } from './boxes.js'
import { blurred, findBlobs } from './morphology.js'
import { withoutRules } from './rules.js'

const [LEAST, GAP, PAPER] = [0.35, 1.5, 0.3] // of the height: of its neighbours, between them, and around all

export function rowOf(blobs) {
  const main = blobs.reduce((best, blob) => (blob.area > best.area ? blob : best))
  const isBeside = blob => {
    const middle = blob.y + blob.h / 2
    return middle > main.y - 0.3 * main.h && middle < main.y + 1.3 * main.h && blob.h < 2 * main.h
  }
  const row = blobs.filter(isBeside).sort((a, b) => a.x - b.x)
  const tall = row.filter(blob => blob === main || blob.h >= LEAST * main.h)
  let [first, last] = [tall.indexOf(main), tall.indexOf(main)]
  const isNear = (a, b) => b.x - a.x - a.w < GAP * main.h
  while (first > 0 && isNear(tall[first - 1], tall[first])) first -= 1
  while (last < tall.length - 1 && isNear(tall[last], tall[last + 1])) last += 1
  const [x, , w, h] = boxAround(tall.slice(first, last + 1))
  const own = row.filter(blob => blob.x > x - h / 2 && blob.x + blob.w < x + w + h / 2)
  return boxAround(own)
}

// [x, y, w, h] in the picture `whole`, of its grey copy; all of it where nothing is found
export function findLine(grey, whole, learnt) {
  const contrast = pageContrast(grey, learnt)
  const ink = withoutRules(blurred(contrast))
  const { labels, blobs } = findBlobs(inkMask(ink))
  const likely = blobs.filter(blob => mayBeDigit(labels, blob))
  if (!likely.length) return [0, 0, whole.w, whole.h]
  const [x, y, w, h] = rowOf(likely)
  const [k, paper] = [whole.w / grey.w, PAPER * h]
  return [x - paper, y - paper, w + 2 * paper, h + 2 * paper].map(value => value * k)
}
