// How LiteRT.js gets its WebAssembly here: packed, so that it is small with any server; and in a module, without a word.
// It stands in for @litertjs/wasm-utils.

async function unpacked(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} can't be had (${answer.status}).`)
  return answer.body.pipeThrough(new DecompressionStream('gzip'))
}

// What the reader needs is a third of LiteRT. Where that wasn't enough, the worker is started again with all of it.
export const isWhole = self.location.search === '?whole'
export const fetched = []

export async function createWasmLib(Api, script) {
  const address = script.replace(/js$/, isWhole ? 'whole.wasm.gz' : 'wasm.gz')
  const wasm = unpacked(address)
  fetched.push(script, address)
  const { default: makeModule } = await import(script)
  const type = { 'Content-Type': 'application/wasm' }
  let fail
  const failed = new Promise((_, reject) => { fail = reject })
  const module = makeModule({
    print() {},
    printErr() {},
    instantiateWasm(imports, done) {
      const compiled = wasm.then(bytes => WebAssembly.instantiateStreaming(new Response(bytes, { headers: type }), imports))
      compiled.then(({ instance, module }) => done(instance, module)).catch(fail)
      return {}
    },
  })
  return new Api(await Promise.race([module, failed]))
}
