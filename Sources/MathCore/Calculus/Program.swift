internal import Kernels

/// Which of a grid's axes a number changes with.
struct AxisSet: OptionSet, Sendable {
  let rawValue: UInt8
  static let columns = AxisSet(rawValue: 1)
  static let rows = AxisSet(rawValue: 2)
  static let both: AxisSet = [.columns, .rows]
}

/// The steps for some nodes of a scalar graph, with a place for every value.
///
/// Places are indices into a table of addresses: first those that the plan shares among programs
/// (constants, inputs, lifted values, outputs), then the program's own registers.
struct Program: Sendable {
  fileprivate(set) var instructions: [kernel_instruction] = []
  fileprivate(set) var registerCount = 0
}

/// A value with a place outside a program's registers.
struct FixedPlace: Sendable {
  var index: Int
  /// Whether it is one number for the whole block.
  var isNumber: Bool
}

/// Turns nodes into instructions and hands registers out, each for as long as its value is needed.
struct Assembler {
  let graph: ScalarGraph
  /// For each node, its place if it has one that is no register.
  let fixed: [FixedPlace?]
  /// The first index that is a register.
  let firstRegister: Int

  /// The steps that compute `members`, ascending nodes; `results` says which are kept, and where.
  func program(of members: [Int], results: [Int: Int], copies: [(from: Int, to: Int)]) -> Program {
    var program = Program()
    let pairs = pairs(among: members)
    let uses = lastUses(of: members.filter { pairs[$0]?.isSecond != true }, copies: copies)
    var registers: [Int: Int] = [:]
    var free: [Int] = []
    func target(of member: Int) -> UInt32 {
      if let place = results[member] { return UInt32(place) }
      let register = free.popLast() ?? program.registerCount
      program.registerCount = max(program.registerCount, register + 1)
      registers[member] = register
      return UInt32(firstRegister + register)
    }
    for (step, member) in members.filter({ pairs[$0]?.isSecond != true }).enumerated() {
      var instruction = kernel_instruction()
      instruction.operation = graph.nodes[member].operation
      var operands: [UInt32] = []
      graph.nodes[member].forEachOperand { operand in
        let (place, isNumber) = place(of: operand, registers, results)
        if isNumber { instruction.scalars |= 1 << UInt16(operands.count) }
        operands.append(UInt32(place))
      }
      // A register is free for the result of its last use: kernels read before they write.
      graph.nodes[member].forEachOperand { operand in
        guard uses[operand] == step, let register = registers.removeValue(forKey: operand) else {
          return
        }
        free.append(register)
      }
      instruction.a = operands[0]
      if operands.count > 1 { instruction.b = operands[1] }
      if operands.count > 2 { instruction.c = operands[2] }
      instruction.result = target(of: member)
      if let pair = pairs[member] {
        instruction.operation = UInt16(KERNEL_SINE_AND_COSINE.rawValue)
        instruction.b = target(of: pair.other)
        let isSine = graph.nodes[member].operation == UnaryFunction.sine.rawValue
        if !isSine { swap(&instruction.result, &instruction.b) }
      }
      program.instructions.append(instruction)
    }
    for (node, target) in copies {
      let (place, isNumber) = place(of: node, registers, results)
      var instruction = kernel_instruction()
      instruction.operation = UInt16(KERNEL_COPY.rawValue)
      instruction.scalars = isNumber ? 1 : 0
      instruction.a = UInt32(place)
      instruction.result = UInt32(target)
      program.instructions.append(instruction)
    }
    return program
  }

  /// Sines and cosines of the same block, which are computed together, by either of the two.
  private func pairs(among members: [Int]) -> [Int: (other: Int, isSecond: Bool)] {
    var waiting: [Int: Int] = [:]
    var pairs: [Int: (other: Int, isSecond: Bool)] = [:]
    for member in members {
      let node = graph.nodes[member]
      guard
        node.operation == UnaryFunction.sine.rawValue || node.operation == UnaryFunction.cosine.rawValue,
        fixed[Int(node.a)]?.isNumber != true
      else { continue }
      if let first = waiting[Int(node.a)] {
        pairs[first] = (member, false)
        pairs[member] = (first, true)
      } else {
        waiting[Int(node.a)] = member
      }
    }
    return pairs
  }

  private func place(
    of node: Int, _ registers: [Int: Int], _ results: [Int: Int]
  ) -> (Int, isNumber: Bool) {
    if let register = registers[node] { return (firstRegister + register, false) }
    if let place = results[node] { return (place, false) }
    guard let place = fixed[node] else { preconditionFailure("a value is computed before its use") }
    return (place.index, place.isNumber)
  }

  private func lastUses(of members: [Int], copies: [(from: Int, to: Int)]) -> [Int: Int] {
    var uses: [Int: Int] = [:]
    for (step, member) in members.enumerated() {
      graph.nodes[member].forEachOperand { uses[$0] = step }
    }
    for copy in copies { uses[copy.from] = .max }
    return uses
  }
}
