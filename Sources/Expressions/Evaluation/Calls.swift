internal import Diagnostics
internal import MathCore

/// An argument of a call, with its place for complaints.
struct Argument {
  var name: String?
  var value: Value
  var place: Place
}

extension Evaluation {
  /// The value of a function; `place` is where it is called.
  mutating func call(
    _ function: Function, _ arguments: [Argument], at place: Place
  ) throws(Diagnostic) -> Value {
    try nested(at: place) { (evaluation) throws(Diagnostic) in
      try evaluation.result(of: function, arguments, at: place)
    }
  }

  private mutating func result(
    of function: Function, _ arguments: [Argument], at place: Place
  ) throws(Diagnostic) -> Value {
    switch function.body {
    case .builtin(let builtin):
      let call = try bound(arguments, to: builtin, at: place)
      return try builtin.run(&self, call)
    case .closure(let closure):
      let values = try positional(arguments, function, at: place)
      var captured = closure.captured
      if let ownName = closure.ownName { captured[ownName] = .function(function) }
      let environment = Environment(
        source: closure.source, captured: captured, locals: Array(zip(closure.parameters, values)))
      return try value(of: closure.body, in: environment)
    case .derived(let derived):
      let values = try positional(arguments, derived.function, at: place)
      return try differentiate(derived.derivation, derived.function, values, at: place)
    case .composed(let outer, let inner):
      let value = try call(inner, arguments, at: place)
      return try call(outer, [Argument(name: nil, value: value, place: place)], at: place)
    case .bound(let inner, let first):
      return try call(inner, [Argument(name: nil, value: first, place: place)] + arguments, at: place)
    case .model(let model): return try evaluate(model, arguments, at: place)
    case .schedule(let schedule): return try evaluate(schedule.model, arguments, at: place)
    case .distribution(let distribution, let member):
      let values = try positional(arguments, function, at: place)
      return try evaluate(member, of: distribution, at: values[0], place)
    }
  }

  /// The arguments in the order of the parameters of a function without defaults.
  private func positional(
    _ arguments: [Argument], _ function: Function, at place: Place
  ) throws(Diagnostic) -> [Value] {
    if arguments.allSatisfy({ $0.name == nil }), function.accepts(arguments.count) {
      return arguments.map(\.value)
    }
    let names = function.parameterNames
    let takes =
      "\(function.name) takes \(counted(names.count, "argument")) (\(names.joined(separator: ", ")))"
    guard function.accepts(arguments.count), names.count == arguments.count else {
      throw Diagnostic("\(takes), found \(arguments.count)", at: place.location)
    }
    var values = [Value?](repeating: nil, count: names.count)
    for (number, argument) in arguments.enumerated() {
      let index = try argument.name.map { (name) throws(Diagnostic) in
        try parameter(name, names, of: function.name, at: argument.place)
      }
      let slot = index ?? number
      guard values[slot] == nil else {
        throw Diagnostic("\(function.name): two values for '\(names[slot])'", at: argument.place.location)
      }
      values[slot] = argument.value
    }
    // As many values as parameters, none of them twice: none is missing.
    return values.compactMap { $0 }
  }

  private func parameter(
    _ name: String, _ names: [String], of function: String, at place: Place
  ) throws(Diagnostic) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    throw Diagnostic(
      "\(function) has no argument '\(name)'", at: place.location,
      help: suggestion(for: name, in: names) ?? "it has \(names.joined(separator: ", "))")
  }

  private func bound(
    _ arguments: [Argument], to builtin: Builtin, at place: Place
  ) throws(Diagnostic) -> Call {
    guard builtin.isVariadic else {
      let (values, places) = try bound(arguments, to: builtin.parameters, of: builtin.name, at: place)
      return Call(
        name: builtin.name, values: values, parameterNames: builtin.parameters.map(\.name),
        places: places, place: place)
    }
    let named = arguments.filter { $0.name != nil }
    if builtin.options.isEmpty, let first = named.first {
      throw Diagnostic("\(builtin.name) has no named arguments", at: first.place.location)
    }
    let options = try bound(named, to: builtin.options, of: builtin.name, at: place).values
    if named.count == arguments.count {
      throw Diagnostic("\(builtin.name) needs an argument", at: place.location)
    }
    let values = arguments.filter { $0.name == nil }.map(\.value)
    return Call(name: builtin.name, values: values, options: options, place: place)
  }

  /// A value for each parameter, given or standard, and where it was given.
  private func bound(
    _ arguments: [Argument], to parameters: [Builtin.Parameter], of function: String, at place: Place
  ) throws(Diagnostic) -> (values: [Value], places: [Place?]) {
    let names = parameters.map(\.name)
    var values = [Value?](repeating: nil, count: parameters.count)
    var places = [Place?](repeating: nil, count: parameters.count)
    for (number, argument) in arguments.enumerated() {
      var slot = number
      if let name = argument.name {
        slot = try parameter(name, names, of: function, at: argument.place)
      } else if number >= parameters.count {
        let takes = "\(function) takes \(counted(names.count, "argument"))"
        throw Diagnostic(
          "\(takes) (\(names.joined(separator: ", "))), found \(arguments.count)", at: place.location)
      }
      guard values[slot] == nil else {
        throw Diagnostic("\(function): two values for '\(names[slot])'", at: argument.place.location)
      }
      values[slot] = argument.value
      places[slot] = argument.place
    }
    var complete: [Value] = []
    for (parameter, value) in zip(parameters, values) {
      guard let value = value ?? parameter.standard else {
        throw Diagnostic(
          "\(function) needs the argument '\(parameter.name)'", at: place.location, help: parameter.hint)
      }
      complete.append(value)
    }
    return (complete, places)
  }
}
