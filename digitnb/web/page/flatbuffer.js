// LiteRT.js runs networks of fixed shapes with one output. A .tflite file is a FlatBuffer, so both can be set in its bytes.

const [CODES, SUBGRAPHS, SIGNATURES] = [1, 2, 7] // fields of the model
const [TENSORS, INPUTS, OUTPUTS, OPERATORS] = [0, 1, 2, 3] // of a subgraph; the middle two of an operator, too
const [SHAPE, SHAPE_SIGNATURE] = [0, 7] // of a tensor
const SIGNATURE_OUTPUTS = 1
const [NAME, TENSOR_INDEX] = [0, 1] // of an output in a signature
const [OPCODE_INDEX, BUILTIN, RESHAPE] = [0, 3, 22] // of an operator, of its code, and what that may be

class Bytes {
  constructor(bytes) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  number(at) { return this.view.getUint32(at, true) }
  set(at, value) { this.view.setInt32(at, value, true) }
  follow(at) { return at + this.number(at) }
  field(table, index) { // where a field of a table lies; 0 where it isn't given
    const fields = table - this.view.getInt32(table, true)
    const at = 4 + 2 * index
    const offset = at < this.view.getUint16(fields, true) ? this.view.getUint16(fields + at, true) : 0
    return offset && table + offset
  }
  list(table, index) { // where the length and the elements of a vector lie
    const at = this.follow(this.field(table, index))
    return { at, length: this.number(at), element: i => at + 4 + 4 * i }
  }
  text(at) {
    const start = this.follow(at)
    return new TextDecoder().decode(this.bytes.subarray(start + 4, start + 4 + this.number(start)))
  }
}

function setShape(file, tensor, shape) {
  for (const field of [SHAPE, SHAPE_SIGNATURE]) {
    if (!file.field(tensor, field)) continue
    const list = file.list(tensor, field)
    shape.forEach((size, i) => { file.set(list.element(i), size) })
  }
}

// LiteRT.js leaves what comes out of a reshape empty, if another layer reads it; what went in has the same numbers
function readable(file, model, graph, index) {
  const [operators, codes] = [file.list(graph, OPERATORS), file.list(model, CODES)]
  const all = Array.from({ length: operators.length }, (_, i) => file.follow(operators.element(i)))
  const first = (operator, list) => file.number(file.list(operator, list).element(0))
  const maker = all.find(operator => first(operator, OUTPUTS) === index)
  const which = file.field(maker, OPCODE_INDEX)
  const builtin = file.field(file.follow(codes.element(which && file.number(which))), BUILTIN)
  const isReshape = builtin && file.number(builtin) === RESHAPE
  return isReshape && all.some(operator => first(operator, INPUTS) === index) ? first(maker, INPUTS) : index
}

// Sets the bytes of a .tflite file for an input of that shape, with only the output of that name.
// The output's first size is what `rows` says.
export function fix(content, shape, output, rows) {
  const file = new Bytes(content)
  const model = file.follow(0)
  const graph = file.follow(file.list(model, SUBGRAPHS).element(0))
  const tensor = index => file.follow(file.list(graph, TENSORS).element(index))
  setShape(file, tensor(file.number(file.list(graph, INPUTS).element(0))), shape)

  const signature = file.follow(file.list(model, SIGNATURES).element(0))
  const named = file.list(signature, SIGNATURE_OUTPUTS)
  const places = Array.from({ length: named.length }, (_, i) => file.follow(named.element(i)))
  const place = places.find(at => file.text(file.field(at, NAME)) === output)
  if (!place) throw new Error(`The network has no output "${output}".`)
  const found = file.field(place, TENSOR_INDEX)
  const index = readable(file, model, graph, file.number(found))
  file.set(found, index)
  setShape(file, tensor(index), [rows])
  file.set(named.element(0), place - named.element(0))
  file.set(named.at, 1)
  const outputs = file.list(graph, OUTPUTS)
  file.set(outputs.element(0), index)
  file.set(outputs.at, 1)
}
