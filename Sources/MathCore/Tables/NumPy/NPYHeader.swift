internal import Diagnostics

/// What an array file says about its numbers (NumPy Enhancement Proposal 1, versions 1.0 to 3.0).
struct NPYHeader {
  let type: NPYType
  /// Whether the first axis runs fastest.
  let isFortran: Bool
  let shape: [Int]
  /// How many elements there are.
  let count: Int
  /// Where the numbers start.
  let length: Int

  private static let mark: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// NumPy itself refuses headers of more than 10,000 bytes.
  private static let lengthLimit = 10_000
  private static let rankLimit = 4

  init(_ source: ByteSource) throws(Diagnostic) {
    func mistake(_ message: String) -> Diagnostic { Diagnostic("'\(source.name)': \(message)") }
    let start = try source.bytes(from: 0, count: 12)
    guard start.starts(with: Self.mark.prefix(start.count)) else {
      throw mistake("this is no array file of NumPy")
    }
    guard start.count >= 10 else { throw mistake("truncated: the header is cut off") }
    guard (1...3).contains(start[6]), start[7] == 0 else {
      throw mistake("expected version 1.0, 2.0 or 3.0 of the format, found \(start[6]).\(start[7])")
    }
    let isShort = start[6] == 1
    guard isShort || start.count == 12 else { throw mistake("truncated: the header is cut off") }
    let size = start[8..<(isShort ? 10 : 12)].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard size <= Self.lengthLimit else {
      throw mistake("expected a header of at most \(Self.lengthLimit) bytes, found \(size)")
    }
    length = (isShort ? 10 : 12) + size
    let text = try source.bytes(from: isShort ? 10 : 12, count: size)
    guard text.count == size else { throw mistake("truncated: the header is cut off") }
    guard var literal = PythonLiteral(text), let fields = literal.dictionary(),
      case .text(let description)? = fields["descr"], case .truth(let isFortran)? = fields["fortran_order"],
      case .tuple(let shape)? = fields["shape"]
    else {
      if let literal = PythonLiteral(text), literal.isStructured {
        throw mistake("expected numbers or truth, found rows of named fields")
      }
      throw mistake("the header does not tell descr, fortran_order and shape")
    }
    self.isFortran = isFortran
    self.shape = shape
    guard let type = NPYType(description) else {
      throw mistake("expected numbers or truth, found elements of the type '\(excerpt(description))'")
    }
    self.type = type
    guard shape.count <= Self.rankLimit else {
      throw mistake("expected at most \(Self.rankLimit) axes, found \(shape.count)")
    }
    var count = 1
    for extent in shape {
      let (product, isOverflow) = count.multipliedReportingOverflow(by: extent)
      guard !isOverflow, product <= Int.max / 8 else { throw mistake("the shape is too large") }
      count = product
    }
    self.count = count
  }
}
