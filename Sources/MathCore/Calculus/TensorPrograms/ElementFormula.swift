/// What a stage of functions of each element computes for one element.
struct ElementFormula {
  private var scalars = ScalarGraph()
  /// What it reads from outside of the stage.
  private(set) var inputs: [ElementSource] = []
  /// For each node of the stage, its place among the scalars.
  private(set) var scalarOf: [Int: Int32] = [:]

  init(_ graph: Graph, _ sources: ElementSources, _ stage: [Int]) {
    var known: [ElementSource: Int32] = [:]
    for index in stage {
      let entry = graph.entries[index]
      var operands: [Int32] = []
      for operand in entry.operands {
        let source = sources.elements[operand]
        if let scalar = scalarOf[source.node] ?? known[source] {
          operands.append(scalar)
          continue
        }
        let scalar = scalars.input(inputs.count)
        inputs.append(source)
        known[source] = scalar
        operands.append(scalar)
      }
      switch entry.operation {
      case .unary(let function): scalarOf[index] = scalars.unary(function, operands[0])
      case .binary(let function): scalarOf[index] = scalars.binary(function, operands[0], operands[1])
      case .ternary(let function):
        scalarOf[index] = scalars.ternary(function, operands[0], operands[1], operands[2])
      default: scalarOf[index] = scalars.select(operands[0], operands[1], operands[2])
      }
    }
  }

  /// The steps; places are those of the inputs, then of the outputs, then registers.
  func program(results: [Int: Int], copies: [(from: Int, to: Int)], outputCount: Int) -> Program {
    let fixed: [FixedPlace?] = scalars.nodes.map { node in
      node.operation == ScalarNode.input
        ? FixedPlace(index: Int(node.a), isNumber: inputs[Int(node.a)].isNumber) : nil
    }
    return Assembler(graph: scalars, fixed: fixed, firstRegister: inputs.count + outputCount)
      .program(
        of: scalars.nodes.indices.filter { scalars.nodes[$0].operandCount > 0 }, results: results,
        copies: copies)
  }
}
