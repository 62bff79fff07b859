internal import Diagnostics

/// The reading of one archive of arrays.
struct NPZReader {
  private let source: ByteSource
  private let request: TableRequest

  init(_ source: ByteSource, _ request: TableRequest) {
    self.source = source
    self.request = request
  }

  /// The arrays, under names that can be written after a dot.
  func tensors() throws(Diagnostic) -> [(name: String, tensor: Tensor)] {
    let directory = try ZipDirectory(source)
    let members = directory.members.filter { $0.name.hasSuffix(".npy") }
    guard !members.isEmpty else { throw Diagnostic("'\(source.name)' holds no arrays") }
    let names = columnNames(of: members.map { String($0.name.dropLast(4)) })
    var tensors: [(name: String, tensor: Tensor)] = []
    var left = request
    for (member, name) in zip(members, names) {
      let tensor = try NPYReader(try bytes(of: member, in: directory, memory: left.memory), left).tensor()
      left.memory -= 8 * tensor.count
      tensors.append((name, tensor))
    }
    return tensors
  }

  private func bytes(
    of member: ZipDirectory.Member, in directory: ZipDirectory, memory: Int
  ) throws(Diagnostic) -> ByteSource {
    let name = "\(source.name): \(member.name)"
    let compressed = try directory.compressedBytes(of: member, named: name)
    switch member.method {
    case 0: return compressed
    case 8:
      // Deflate never makes anything more than 1032 times smaller.
      guard member.count / 1032 <= member.compressedCount else {
        throw Diagnostic("'\(name)': \(member.compressedCount) bytes cannot hold \(member.count)")
      }
      guard member.count <= memory else { throw request.tooLarge(name) }
      let bytes = try compressed.bytes(from: 0, count: member.compressedCount)
      return ByteSource(
        try inflated(bytes, count: member.count, checksum: member.checksum, named: name), named: name)
    default: throw Diagnostic("'\(name)': expected stored or deflated bytes, found method \(member.method)")
    }
  }
}
