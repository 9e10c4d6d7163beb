// The network files, run by LiteRT in WebAssembly.

import { fix } from './flatbuffer.js'
import { loadAndCompile, loadLiteRt, Tensor } from './litert/core.js'

const KEPT = 2 // shapes of a network that stay compiled

export async function start() {
  if (navigator.gpu) Object.defineProperty(navigator, 'gpu', { value: undefined }) // no GPU for so little
  const { warn } = console
  console.warn = () => {} // that there is none
  try {
    await loadLiteRt(new URL('litert/', import.meta.url).href)
  } finally {
    console.warn = warn
  }
}

export async function get(name, kind) {
  const answer = await fetch(new URL(name, import.meta.url))
  if (!answer.ok) throw new Error(`${name} can't be had (${answer.status}).`)
  return kind === 'json' ? answer.json() : new Uint8Array(await answer.arrayBuffer())
}

export class NetworkFile {
  constructor(content, facts, output, rowsOf) {
    Object.assign(this, { content, facts, output, rowsOf, compiled: new Map(), last: Promise.resolve() })
  }

  // `rowsOf` says how many rows the output has, by the shape of the input
  static async load(name, output, rowsOf) {
    const [content, facts] = await Promise.all([get(`${name}.tflite`), get(`${name}.json`, 'json')])
    return new NetworkFile(content, facts, output, rowsOf)
  }

  async model(shape) {
    const key = String(shape)
    const known = this.compiled.get(key)
    this.compiled.delete(key)
    if (!known && this.compiled.size === KEPT) {
      const [oldest, unused] = this.compiled.entries().next().value
      this.compiled.delete(oldest)
      unused.delete()
    }
    const model = known ?? (await this.compile(shape))
    this.compiled.set(key, model) // the last that was used comes last
    return model
  }

  compile(shape) {
    fix(this.content, shape, this.output, this.rowsOf(shape))
    return loadAndCompile(this.content, { accelerator: 'wasm' }) // which makes a copy at once
  }

  // Floats of that shape -> floats; one question after another, so that no model goes while it is used
  run(data, shape) {
    const answer = this.last.then(() => this.answer(data, shape))
    this.last = answer.catch(() => {})
    return answer
  }

  async answer(data, shape) {
    const model = await this.model(shape)
    const input = new Tensor(data, shape)
    const [output] = await model.run([input])
    const found = output.toTypedArray()
    input.delete()
    output.delete()
    return found
  }
}
