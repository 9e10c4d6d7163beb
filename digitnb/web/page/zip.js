// Small files in one ZIP and out of it again, and grey pictures as PNG: what a browser can't write by itself.

const MOST_BYTES = 1_000_000 // of a file in a ZIP
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let bits = n
  for (let k = 0; k < 8; k++) bits = bits & 1 ? (bits >>> 1) ^ 0xedb88320 : bits >>> 1
  return bits
})
const checksum = bytes => ~bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0

// [size, value], the last byte first, in a row
const little = pairs => Uint8Array.from(pairs.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => value >>> (8 * i))))
const joined = async parts => new Uint8Array(await new Blob(parts).arrayBuffer())
const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())

// [path, content] of each file -> the content of a ZIP
export function zipped(files) {
  const [bodies, heads] = [[], []]
  let at = 0
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path)
    const [day, size] = [33, content.length] // the first that a ZIP knows
    const facts = [[2, 20], [6, 0], [2, day], [4, checksum(content)], [4, size], [4, size], [2, name.length], [2, 0]]
    bodies.push(little([[4, LOCAL], ...facts]), name, content)
    heads.push(little([[4, CENTRAL], [2, 20], ...facts, [10, 0], [4, at]]), name)
    at += 30 + name.length + size
  }
  const length = heads.reduce((sum, part) => sum + part.length, 0)
  const end = little([[4, END], [4, 0], [2, files.length], [2, files.length], [4, length], [4, at], [2, 0]])
  return joined([...bodies, ...heads, end])
}

// The content of a ZIP -> [name, content] of each small file; RangeError where it is none
export async function unzipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== END) end -= 1
  const found = []
  for (let n = view.getUint16(end + 10, true), at = view.getUint32(end + 16, true); n > 0; n--) {
    const [method, length] = [view.getUint16(at + 10, true), view.getUint16(at + 28, true)]
    const [packed, size, start] = [20, 24, 42].map(by => view.getUint32(at + by, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).split('/').at(-1)
    const first = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
    const content = bytes.subarray(first, first + packed)
    if (size <= MOST_BYTES) found.push([name, method ? await through(content, new DecompressionStream('deflate-raw')) : content])
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}

// A grey picture of one byte a pixel as PNG
export async function toPng({ w, h, data }) {
  const big = value => little([[4, value]]).reverse()
  const chunk = (name, content) => {
    const named = Uint8Array.from([...new TextEncoder().encode(name), ...content])
    return [big(content.length), named, big(checksum(named))]
  }
  const rows = Uint8Array.from({ length: h * (w + 1) }, (_, i) => (i % (w + 1) ? data[Math.floor(i / (w + 1)) * w + (i % (w + 1)) - 1] : 0))
  const head = Uint8Array.from([...big(w), ...big(h), 8, 0, 0, 0, 0])
  const packed = await through(rows, new CompressionStream('deflate'))
  const start = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return joined([start, ...chunk('IHDR', head), ...chunk('IDAT', packed), ...chunk('IEND', [])])
}

// Its bytes, and null where it is no such picture
export async function fromPng(png) {
  const isGrey = png[24] === 8 && png[25] === 0
  const image = isGrey && (await createImageBitmap(new Blob([png]), { colorSpaceConversion: 'none' }).catch(() => null))
  if (!image) return null
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { width: w, height: h, data } = context.getImageData(0, 0, image.width, image.height)
  return { w, h, data: data.filter((_, i) => i % 4 === 0) }
}
