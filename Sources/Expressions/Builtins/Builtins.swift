internal import Diagnostics
internal import MathCore

/// All built-in functions, by the files that hold them; a table's rows are in the order of the reference.
private let tables: [[Builtin]] = [
  elementaryFunctions, activationFunctions, reductionFunctions, tensorFunctions, calculusFunctions,
  probabilityFunctions, optimizationFunctions,
]

private let constants: KeyValuePairs<String, Value> = [
  "pi": .number(.pi), "tau": .number(2 * .pi), "e": .number(2.71828182845904523536),
  "inf": .number(.infinity), "nan": .number(.nan), "true": .boolean(true), "false": .boolean(false),
  "True": .boolean(true), "False": .boolean(false),
]

/// Built on first use.
private let builtinTable: (values: [String: Value], names: [String]) = {
  var values: [String: Value] = [:]
  var names: [String] = []
  func add(_ name: String, _ value: Value) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }
  for builtin in tables.joined() {
    add(builtin.name, .function(Function(name: builtin.name, body: .builtin(builtin))))
  }
  for (name, value) in constants { add(name, value) }
  return (values, names)
}()

/// The value of a built-in name in its canonical spelling.
func builtinValue(named name: String) -> Value? { builtinTable.values[name] }

/// All built-in names, in the order of the reference.
var builtinNames: [String] { builtinTable.names }
