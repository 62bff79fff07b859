internal import Diagnostics

/// The members of a zip archive (PKWARE, APPNOTE.TXT 6.3), as far as NumPy writes them.
struct ZipDirectory {
  /// One file within the archive.
  struct Member {
    var name: String
    /// 0 is stored, 8 deflated.
    var method: Int
    var checksum: UInt32
    var compressedCount: Int
    var count: Int
    /// Where its local header starts.
    var offset: Int
  }

  private static let memberLimit = 1000
  private let source: ByteSource
  private(set) var members: [Member] = []

  init(_ source: ByteSource) throws(Diagnostic) {
    self.source = source
    // The record at the end may have a comment of 64 KB behind it.
    let tailStart = max(0, source.count - 22 - 0xFFFF)
    let tail = LittleEndianBytes(try source.bytes(from: tailStart, count: source.count - tailStart))
    guard let end = tail.last(signature: 0x0605_4B50) else {
      throw mistake("this is no archive of NumPy, or it is truncated")
    }
    var (count, size, start) = (tail[end + 10, 2], tail[end + 12, 4], tail[end + 16, 4])
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      (count, size, start) = try longRecord(tail, end)
    }
    guard count <= Self.memberLimit else {
      throw mistake("expected at most \(Self.memberLimit) members, found \(count)")
    }
    guard start >= 0, size >= 0, size <= 1 << 20, start <= source.count, size <= source.count - start else {
      throw mistake("the archive's directory lies outside of it")
    }
    let directory = LittleEndianBytes(try source.bytes(from: start, count: size))
    var place = 0
    for _ in 0..<count { members.append(try member(directory, &place)) }
  }

  /// The record of archives with large numbers (zip64).
  private func longRecord(_ tail: LittleEndianBytes, _ end: Int) throws(Diagnostic) -> (Int, Int, Int) {
    let locator = end - 20
    guard locator >= 0, tail[locator, 4] == 0x0706_4B50 else { throw mistake("the archive is damaged") }
    let record = LittleEndianBytes(try source.bytes(from: tail[locator + 8, 8], count: 56))
    guard record.count == 56, record[0, 4] == 0x0606_4B50 else { throw mistake("the archive is damaged") }
    return (record[32, 8], record[40, 8], record[48, 8])
  }

  private func member(_ bytes: LittleEndianBytes, _ place: inout Int) throws(Diagnostic) -> Member {
    guard bytes.count - place >= 46, bytes[place, 4] == 0x0201_4B50 else {
      throw mistake("the archive's directory is damaged")
    }
    let (nameCount, extraCount) = (bytes[place + 28, 2], bytes[place + 30, 2])
    let next = place + 46 + nameCount + extraCount + bytes[place + 32, 2]
    guard next <= bytes.count else { throw mistake("the archive's directory is damaged") }
    guard bytes[place + 8, 2] & 1 == 0 else { throw mistake("the archive is encrypted") }
    var member = Member(
      name: String(decoding: bytes[from: place + 46, count: nameCount], as: UTF8.self),
      method: bytes[place + 10, 2], checksum: UInt32(truncatingIfNeeded: bytes[place + 16, 4]),
      compressedCount: bytes[place + 20, 4], count: bytes[place + 24, 4], offset: bytes[place + 42, 4])
    lengthen(&member, bytes, place + 46 + nameCount, extraCount)
    place = next
    guard member.count >= 0, member.compressedCount >= 0, member.offset >= 0 else {
      throw mistake("the archive's directory is damaged")
    }
    return member
  }

  /// Takes numbers of 64 bits from a member's extra fields where those of 32 bits are full.
  private func lengthen(_ member: inout Member, _ bytes: LittleEndianBytes, _ start: Int, _ count: Int) {
    var place = start
    while place + 4 <= start + count {
      let size = bytes[place + 2, 2]
      if bytes[place, 2] == 1 {
        var next = place + 4
        for field in [\Member.count, \.compressedCount, \.offset]
        where member[keyPath: field] == 0xFFFF_FFFF && next + 8 <= min(place + 4 + size, start + count) {
          member[keyPath: field] = bytes[next, 8]
          next += 8
        }
      }
      place += 4 + size
    }
  }

  /// What a member holds, as it lies in the archive.
  func compressedBytes(of member: Member, named name: String) throws(Diagnostic) -> ByteSource {
    let header = LittleEndianBytes(try source.bytes(from: member.offset, count: 30))
    guard header.count == 30, header[0, 4] == 0x0403_4B50 else { throw mistake("the archive is damaged") }
    let start = member.offset + 30 + header[26, 2] + header[28, 2]
    guard start <= source.count, member.compressedCount <= source.count - start else {
      throw mistake("truncated: '\(member.name)' is cut off")
    }
    return source.part(from: start, count: member.compressedCount, named: name)
  }

  private func mistake(_ message: String) -> Diagnostic { Diagnostic("'\(source.name)': \(message)") }
}

/// Bytes of which several make a number, the lowest first.
struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The number of `size` bytes at a place; bytes outside count as zero, and what does not fit is negative.
  subscript(place: Int, size: Int) -> Int {
    var number: UInt64 = 0
    for byte in (place..<place + size).reversed() {
      number = number << 8 | UInt64(bytes.indices.contains(byte) ? bytes[byte] : 0)
    }
    return Int(exactly: number) ?? -1
  }

  subscript(from place: Int, count count: Int) -> ArraySlice<UInt8> { bytes[place..<place + count] }

  /// Where four bytes stand last.
  func last(signature: Int) -> Int? {
    stride(from: bytes.count - 22, through: 0, by: -1).first { self[$0, 4] == signature }
  }
}
