// How LiteRT.js gets its WebAssembly here: packed, so that it is small with any server; and in a module, without a word.
// It stands in for @litertjs/wasm-utils.

export async function unpacked(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} can't be had (${answer.status}).`)
  return answer.body.pipeThrough(new DecompressionStream('gzip'))
}

export async function createWasmLib(Api, script) {
  const wasm = unpacked(script.replace(/js$/, 'wasm.gz'))
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
