internal import Diagnostics
internal import MathCore

extension Evaluation {
  mutating func postfix(
    _ base: Syntax, _ parts: [Syntax.Postfix], _ environment: Environment
  ) throws(Diagnostic) -> Value {
    var result = try value(of: base, in: environment)
    for part in parts {
      switch part {
      case .call(let arguments, let offset):
        let place = environment.place(base.range.lowerBound)
        guard case .function(let function) = result else {
          throw Diagnostic(
            "\(result.typeDescription) cannot be called",
            at: environment.source.location(at: offset), help: "write '*' to multiply")
        }
        result = try call(function, try self.arguments(arguments, environment), at: place)
      case .subscripts(let items, let offset):
        result = try subscripted(result, items, environment, at: environment.place(offset))
      case .member(let name, let offset):
        result = try member(name, of: result, at: environment.place(offset))
      case .transpose(let offset):
        result = try transposed(result, at: environment.place(offset))
      case .derivative(let offset):
        result = .function(try derived(.derivative, result, at: environment.place(offset)))
      }
    }
    return result
  }

  private mutating func arguments(
    _ arguments: [Syntax.Argument], _ environment: Environment
  ) throws(Diagnostic) -> [Argument] {
    var values: [Argument] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      values.append(
        Argument(
          name: argument.name.map(canonicalName), value: try value(of: argument.value, in: environment),
          place: environment.place(argument.offset)))
    }
    return values
  }

  private mutating func member(
    _ name: String, of value: Value, at place: Place
  ) throws(Diagnostic) -> Value {
    switch value {
    case .record(let record):
      if let field = record[name] { return field }
      throw Diagnostic(
        "a \(record.kind) has no '\(name)'", at: place.location,
        help: suggestion(for: name, in: record.fields.map(\.name))
          ?? "it has \(record.fields.map(\.name).joined(separator: ", "))")
    case .table(let table): return try member(name, of: table, at: place)
    case .distribution(let distribution):
      return try member(name, of: distribution, at: place)
    case .tensor, .recorded, .number, .range:
      let shape = try shape(of: value, name, at: place)
      switch name {
      case "T": return try transposed(value, at: place)
      case "shape": return .tensor(Tensor(shape.map(Double.init)))
      case "size": return .number(Double(shape.reduce(1, *)))
      case "ndim": return .number(Double(shape.count))
      default: return .function(try method(name, of: value, at: place))
      }
    default:
      throw Diagnostic("\(value.typeDescription) has no '\(name)'", at: place.location)
    }
  }

  /// Functions that NumPy has as methods too.
  private static let methods = [
    "sum", "mean", "std", "var", "min", "max", "argmin", "argmax", "cumsum", "cumprod", "prod", "dot", "sort",
    "argsort", "clip", "round", "reshape", "flatten", "ravel", "all", "any", "diagonal", "norm",
  ]

  /// `x.sum` as a function: `sum` with its first argument given.
  private func method(_ name: String, of value: Value, at place: Place) throws(Diagnostic) -> Function {
    if Self.methods.contains(name), case .function(let function) = builtinValue(named: name) {
      return Function(name: name, body: .bound(function, to: value))
    }
    let known = ["T", "shape", "size", "ndim"] + Self.methods.filter { builtinValue(named: $0) != nil }
    throw Diagnostic(
      "\(value.typeDescription) has no '\(name)'", at: place.location,
      help: suggestion(for: name, in: known) ?? "it has \(known.joined(separator: ", "))")
  }

  private mutating func transposed(_ value: Value, at place: Place) throws(Diagnostic) -> Value {
    let operand = try operand(value, "a transpose", at: place)
    let order = Array(operand.shape.indices.reversed())
    try chargeElements(operand.shape, at: place)
    switch operand {
    case .known(let tensor): return Value(tensor.transposed(order))
    case .recorded(let node, _):
      return try record(at: place) { graph in graph.transpose(node, order) }
    }
  }
}
