internal import Diagnostics
internal import MathCore

/// A part of the library; its rows are in the order of the reference.
struct Pillar: Sendable {
  var title: String
  var functions: [Builtin]
}

/// All built-in functions, by the files that hold them.
let pillars = [
  Pillar(title: "elementary functions", functions: elementaryFunctions),
  Pillar(title: "rounding and signs", functions: roundingFunctions),
  Pillar(title: "special functions", functions: specialFunctions),
  Pillar(title: "choosing and interpolating", functions: selectionFunctions),
  Pillar(title: "motion", functions: motionFunctions),
  Pillar(title: "reductions", functions: reductionFunctions),
  Pillar(title: "running sums and differences", functions: cumulativeFunctions),
  Pillar(title: "order", functions: orderFunctions),
  Pillar(title: "making vectors and matrices", functions: creationFunctions),
  Pillar(title: "shapes", functions: shapeFunctions),
  Pillar(title: "joining", functions: joinFunctions),
  Pillar(title: "products and norms", functions: productFunctions),
  Pillar(title: "linear algebra", functions: linearAlgebraFunctions),
  Pillar(title: "derivatives", functions: calculusFunctions),
  Pillar(title: "solving", functions: solvingFunctions),
  Pillar(title: "activations", functions: activationFunctions),
  Pillar(title: "softmax and information", functions: softmaxFunctions),
  Pillar(title: "optimizers", functions: optimizationFunctions),
  Pillar(title: "distributions", functions: probabilityFunctions),
  Pillar(title: "statistics", functions: statisticsFunctions),
  Pillar(title: "tests and intervals", functions: inferenceFunctions),
  Pillar(title: "judging classifiers", functions: classifierFunctions),
  Pillar(title: "regression and classification", functions: supervisedFunctions),
  Pillar(title: "clusters, mixtures and projections", functions: unsupervisedFunctions),
  Pillar(title: "networks", functions: networkFunctions),
  Pillar(title: "sequences and time series", functions: sequenceFunctions),
  Pillar(title: "fields and shapes of points", functions: fieldFunctions),
  Pillar(title: "random numbers", functions: randomFunctions),
  Pillar(title: "NumPy's random numbers", functions: numpyRandomFunctions),
]

/// The names that stand for a value.
let constants: [(name: String, value: Value, summary: String)] = [
  ("pi", .number(.pi), "3.14159…, half a turn; also π."),
  ("tau", .number(2 * .pi), "2π, a full turn; also τ."),
  ("e", .number(2.71828182845904523536), "2.71828…, the base of the natural logarithm."),
  ("inf", .number(.infinity), "Infinity; also ∞."),
  ("nan", .number(.nan), "Not a number: the result of 0/0."),
  ("true", .boolean(true), "Truth, which counts as 1 in arithmetic."),
  ("false", .boolean(false), "The opposite of truth, which counts as 0 in arithmetic."),
  ("True", .boolean(true), "true, as Python writes it."),
  ("False", .boolean(false), "false, as Python writes it."),
]

/// Built on first use.
private let builtinTable: (values: [String: Value], names: [String]) = {
  // Growing step by step, the table would hash every name several times.
  var values = [String: Value](minimumCapacity: 512)
  var names: [String] = []
  names.reserveCapacity(512)
  func add(_ name: String, _ value: Value) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }
  for pillar in pillars {
    for builtin in pillar.functions {
      add(builtin.name, .function(Function(name: builtin.name, body: .builtin(builtin))))
    }
  }
  for constant in constants { add(constant.name, constant.value) }
  return (values, names)
}()

/// The value of a built-in name in its canonical spelling.
func builtinValue(named name: String) -> Value? { builtinTable.values[name] }

/// All built-in names, in the order of the reference.
var builtinNames: [String] { builtinTable.names }
