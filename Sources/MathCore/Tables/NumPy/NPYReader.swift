internal import Diagnostics

/// The reading of one array file.
struct NPYReader {
  /// Elements that are read at once.
  private static let pieceCount = 1 << 15

  private let source: ByteSource
  private let header: NPYHeader
  /// The extents of what is kept: the first one may be bounded.
  private let shape: [Int]

  init(_ source: ByteSource, _ request: TableRequest) throws(Diagnostic) {
    self.source = source
    header = try NPYHeader(source)
    var shape = header.shape
    if let rows = request.rows, let first = shape.first { shape[0] = min(first, rows) }
    self.shape = shape
    let wanted = header.length + header.count * header.type.size
    guard source.count >= wanted else {
      throw Diagnostic(
        "'\(source.name)' is truncated: expected \(wanted) bytes, found \(source.count)")
    }
    guard source.count == wanted else {
      throw Diagnostic(
        "'\(source.name)': expected \(wanted) bytes, found \(source.count - wanted) more behind the numbers")
    }
    guard shape.reduce(1, *) <= request.memory / 8 else { throw request.tooLarge(source.name) }
  }

  /// The numbers in row-major order.
  func tensor() throws(Diagnostic) -> Tensor {
    let elements = header.isFortran && shape.count > 1 ? try transposed() : try numbers()
    var tensor = Tensor(shape: shape, elements: elements)
    tensor.isTruth = header.type.kind == .truth
    return tensor
  }

  /// What is written in row-major order: the front of the file.
  private func numbers() throws(Diagnostic) -> [Double] {
    let count = shape.reduce(1, *)
    var numbers = [Double](repeating: 0, count: count)
    var place = 0
    while place < count {
      let piece = min(Self.pieceCount, count - place)
      let bytes = try self.bytes(from: place, count: piece)
      numbers.withUnsafeMutableBufferPointer { numbers in
        let target = UnsafeMutableBufferPointer(rebasing: numbers[place..<place + piece])
        bytes.withUnsafeBytes { header.type.numbers($0, into: target) }
      }
      place += piece
    }
    return numbers
  }

  /// What is written with the first axis running fastest, axes put back into their order.
  private func transposed() throws(Diagnostic) -> [Double] {
    let target = strides(of: shape)
    var numbers = [Double](repeating: 0, count: shape.reduce(1, *))
    var piece = [Double](repeating: 0, count: min(Self.pieceCount, header.count))
    var index = [Int](repeating: 0, count: shape.count)
    var start = 0
    while start < header.count, !numbers.isEmpty {
      let count = min(piece.count, header.count - start)
      let bytes = try self.bytes(from: start, count: count)
      piece.withUnsafeMutableBufferPointer { piece in
        let part = UnsafeMutableBufferPointer(rebasing: piece[..<count])
        bytes.withUnsafeBytes { header.type.numbers($0, into: part) }
      }
      for number in piece[..<count] {
        // Rows beyond those that are wanted are left out.
        if index[0] < shape[0] { numbers[zip(index, target).reduce(0) { $0 + $1.0 * $1.1 }] = number }
        advance(&index)
      }
      start += count
    }
    return numbers
  }

  /// The index of the next element in the file.
  private func advance(_ index: inout [Int]) {
    for axis in index.indices {
      index[axis] += 1
      if index[axis] < header.shape[axis] { return }
      index[axis] = 0
    }
  }

  private func bytes(from place: Int, count: Int) throws(Diagnostic) -> [UInt8] {
    let size = header.type.size
    let bytes = try source.bytes(from: header.length + place * size, count: count * size)
    guard bytes.count == count * size else { throw Diagnostic("'\(source.name)' is truncated") }
    return bytes
  }
}
