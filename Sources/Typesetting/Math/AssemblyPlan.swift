/// Which parts a stretched sign is made of, and where each starts.
struct AssemblyPlan {
  private(set) var parts: [GlyphAssembly.Part]
  private(set) var positions: [Double] = []

  /// More repetitions than any label needs; keeps a mistaken font or length from filling the memory.
  private static let mostRepetitions = 500

  /// Repeats the extenders until the sign is at least `target` long, then spreads the overlaps evenly.
  init(_ assembly: GlyphAssembly, target: Double) {
    func repeated(_ count: Int) -> [GlyphAssembly.Part] {
      assembly.parts.flatMap { [GlyphAssembly.Part](repeating: $0, count: $0.isExtender ? count : 1) }
    }
    func longest(_ parts: [GlyphAssembly.Part]) -> Double {
      AssemblyPlan.longest(parts, assembly.minimumOverlap)
    }
    let fixed = longest(repeated(0))
    let gain = longest(repeated(1)) - fixed
    let wanted = gain > 0 ? ((target - fixed) / gain).rounded(.up) : 1
    let count = Int(min(max(wanted.isFinite ? wanted : 1, 0), Double(AssemblyPlan.mostRepetitions)))
    parts = repeated(count)
    let joints = Double(max(parts.count - 1, 1))
    let excess = max(longest(parts) - target, 0) / joints
    var position = 0.0
    for index in parts.indices {
      if index > 0 {
        let most = min(parts[index - 1].endConnector, parts[index].startConnector)
        let overlap = min(assembly.minimumOverlap + excess, max(most, assembly.minimumOverlap))
        position += parts[index - 1].fullAdvance - overlap
      }
      positions.append(position)
    }
  }

  /// The length of an assembly that repeats nothing.
  static func shortest(_ assembly: GlyphAssembly) -> Double {
    longest(assembly.parts.filter { !$0.isExtender }, assembly.minimumOverlap)
  }

  /// The length of parts that overlap as little as they may.
  private static func longest(_ parts: [GlyphAssembly.Part], _ overlap: Double) -> Double {
    parts.reduce(0) { $0 + $1.fullAdvance } - overlap * Double(max(parts.count - 1, 0))
  }
}
