internal import Diagnostics
internal import MathCore

/// What is hidden behind a sequence of symbols.
let hiddenMarkovFunction = Builtin(
  "hmm", ["transition", "emission", "initial", .optional("states"), .optional("symbols")],
  "A hidden Markov model, with names for its states and symbols; a record with the functions forward, "
    + "backward, posterior, viterbi, likelihood, log_likelihood and fit (Baum–Welch) of observations, and "
    + "sample(n, seed=…).",
  Example(
    "hmm([[0.7, 0.3], [0.4, 0.6]], [[0.1, 0.4, 0.5], [0.6, 0.3, 0.1]], [0.6, 0.4]).viterbi([0, 1, 2]).path",
    "[1 0 0]")
) { (_, call) throws(Diagnostic) in
  let matrices = (try call.matrix(0), try call.matrix(1))
  let initial = try call.vector(2)
  let model = try call.checked { () throws(ArgumentError) in
    try HiddenMarkovModel(transition: matrices.0, emission: matrices.1, initial: initial)
  }
  return NamedMarkovModel(
    model: model, states: try call.names(3, count: model.stateCount),
    symbols: try call.names(4, count: model.symbolCount)
  ).record
}

extension Call {
  /// Different names for so many things; `nil` if the user gave none.
  fileprivate func names(_ index: Int, count: Int) throws(Diagnostic) -> [String]? {
    guard isGiven(index) else { return nil }
    guard case .list(let list) = values[index] else {
      throw values[index].mismatch(title(of: index), expected: "a list of texts", at: location(of: index))
    }
    var names: [String] = []
    for element in list.elements {
      names.append(try element.text(of: title(of: index), at: location(of: index)))
    }
    guard names.count == count, Set(names).count == count else {
      throw mistake(index, "expected \(counted(count, "different text")), found \(names.count)")
    }
    return names
  }
}

/// A hidden Markov model whose states and symbols may have names.
private struct NamedMarkovModel: Sendable {
  let model: HiddenMarkovModel
  let states: [String]?
  let symbols: [String]?

  var record: Value {
    .record(
      "hidden Markov model",
      [
        ("transition", .tensor(model.transition)), ("emission", .tensor(model.emission)),
        ("initial", .vector(model.initial)),
        ("states", Self.named(Array(0..<model.stateCount), states)),
        ("symbols", Self.named(Array(0..<model.symbolCount), symbols)),
        function("forward") { $0.forward($1) }, function("backward") { $0.backward($1) },
        function("posterior", Self.posterior), function("viterbi", Self.viterbi),
        function("likelihood") { .number(UnaryFunction.exponential($0.logLikelihood($1))) },
        function("log_likelihood") { .number($0.logLikelihood($1)) },
        ("fit", fit), ("sample", sample),
      ])
  }

  static func named(_ codes: [Int], _ names: [String]?) -> Value {
    names.map { names in .list(codes.map { .text(names[$0]) }) } ?? .vector(codes)
  }

  /// A field that is a function of observations.
  private func function(
    _ name: String,
    _ run: @escaping @Sendable (NamedMarkovModel, [Int]) -> Value
  ) -> (String, Value) {
    function(name) { (model, symbols, _) throws(Diagnostic) in run(model, symbols) }
  }

  private func function(
    _ name: String,
    _ run: @escaping @Sendable (NamedMarkovModel, [Int], Call) throws(Diagnostic) -> Value
  ) -> (String, Value) {
    let builtin = Builtin("hmm.\(name)", ["observations"], "") { (evaluation, call) throws(Diagnostic) in
      try run(self, try observations(&evaluation, call), call)
    }
    return (name, .function(Function(name: builtin.name, body: .builtin(builtin))))
  }

  /// The symbols of the first argument, which are numbers or names; their passes are paid for.
  private func observations(_ evaluation: inout Evaluation, _ call: Call) throws(Diagnostic) -> [Int] {
    var numbers: [Double] = []
    if case .list(let list) = call[0], let symbols {
      for element in list.elements {
        let name = try element.text(of: call.title(of: 0), at: call.location(of: 0))
        guard let code = symbols.firstIndex(of: name) else {
          throw call.mistake(
            0, "unknown symbol '\(name)'",
            help: suggestion(for: name, in: symbols) ?? "known: \(symbols.joined(separator: ", "))")
        }
        numbers.append(Double(code))
      }
    } else {
      numbers = try call.vector(0)
    }
    let states = model.stateCount
    try evaluation.chargeOperations(4 * states * (states + 40), times: numbers.count, at: call.place)
    try evaluation.chargeElements([numbers.count, 4 * states], at: call.place)
    return try call.checked { () throws(ArgumentError) in try model.symbols(numbers) }
  }

  private var fit: Value {
    let builtin = Builtin(
      "hmm.fit",
      ["observations", .init("iterations", .number(100)), .init("tolerance", .number(1e-6))], ""
    ) { (evaluation, call) throws(Diagnostic) in
      let symbols = try observations(&evaluation, call)
      let rounds = try call.integer(1, in: 0...100_000)
      let tolerance = try call.number(2)
      let states = model.stateCount
      try evaluation.chargeOperations(
        states * (60 * states + 200), times: symbols.count * rounds, at: call.place)
      let learned = try call.checked { () throws(ArgumentError) in
        try BaumWelch(model, symbols, rounds: rounds, tolerance: tolerance)
      }
      guard
        case .record(var record) = NamedMarkovModel(
          model: learned.model, states: self.states, symbols: self.symbols
        ).record
      else { return .number(.nan) }
      record.fields.append(("log_likelihoods", .vector(learned.logLikelihoods)))
      record.fields.append(("iterations", .number(Double(learned.logLikelihoods.count - 1))))
      return .record(record)
    }
    return .function(Function(name: builtin.name, body: .builtin(builtin)))
  }

  private var sample: Value {
    let builtin = Builtin("hmm.sample", ["n", seed("sample(10, seed=1)")], "") {
      (evaluation, call) throws(Diagnostic) in
      let count = try call.integer(0, in: 0...Evaluation.elementLimit)
      try evaluation.chargeOperations(
        2 * (model.stateCount + model.symbolCount) + 20, times: count, at: call.place)
      try evaluation.chargeElements([count, 2], at: call.place)
      var generator = Xoshiro256(seed: try call.seed(1))
      let drawn = model.sample(count, with: &generator)
      return .record(
        "sample",
        [
          ("path", .vector(drawn.states)), ("states", Self.named(drawn.states, states)),
          ("observations", .vector(drawn.observations)),
          ("symbols", Self.named(drawn.observations, symbols)),
        ])
    }
    return .function(Function(name: builtin.name, body: .builtin(builtin)))
  }
}

/// The records of the algorithms.
extension NamedMarkovModel {
  fileprivate func logLikelihood(_ observations: [Int]) -> Double {
    model.forward(observations).sums.last ?? 0
  }

  private func rows(_ elements: [Double]) -> Value {
    .tensor(Tensor(shape: [elements.count / model.stateCount, model.stateCount], elements: elements))
  }

  private func rows(_ elements: [Int]) -> Value { rows(elements.map(Double.init)) }

  private func logarithms(_ pass: ProbabilityPass) -> [Double] {
    pass.sums.indices.flatMap { time in (0..<model.stateCount).map { pass.logarithm(time, $0) } }
  }

  fileprivate func forward(_ observations: [Int]) -> Value {
    let pass = model.forward(observations)
    let logarithms = logarithms(pass)
    let total = pass.sums.last ?? 0
    return .record(
      "forward pass",
      [
        ("alpha", rows(logarithms.map { UnaryFunction.exponential($0) })), ("log_alpha", rows(logarithms)),
        ("filtered", rows(pass.probabilities)),
        ("likelihood", .number(UnaryFunction.exponential(total))), ("log_likelihood", .number(total)),
      ])
  }

  fileprivate func backward(_ observations: [Int]) -> Value {
    let logarithms = logarithms(model.backward(observations))
    return .record(
      "backward pass",
      [
        ("beta", rows(logarithms.map { UnaryFunction.exponential($0) })), ("log_beta", rows(logarithms)),
      ])
  }

  /// What to say where no path gives the observations.
  private static func impossible(_ call: Call) -> Diagnostic {
    call.mistake(0, "the model cannot produce them: their likelihood is 0")
  }

  fileprivate static func posterior(
    _ named: NamedMarkovModel, _ observations: [Int], _ call: Call
  ) throws(Diagnostic) -> Value {
    let posterior = named.model.posterior(observations)
    guard posterior.allSatisfy({ !$0.isNaN }) else { throw impossible(call) }
    return named.rows(posterior)
  }

  fileprivate static func viterbi(
    _ named: NamedMarkovModel, _ observations: [Int], _ call: Call
  ) throws(Diagnostic) -> Value {
    let path = ViterbiPath(observations, named.model)
    guard path.logProbability > -.infinity else { throw impossible(call) }
    return .record(
      "Viterbi path",
      [
        ("path", .vector(path.states)), ("states", Self.named(path.states, named.states)),
        ("log_probability", .number(path.logProbability)),
        ("probability", .number(UnaryFunction.exponential(path.logProbability))),
        ("scores", named.rows(path.scores)), ("pointers", named.rows(path.pointers)),
      ])
  }
}
