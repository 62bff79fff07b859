internal import CDeflate
internal import Diagnostics

/// What bytes hold that were compressed by DEFLATE (RFC 1951): exactly `count` bytes with that checksum.
func inflated(
  _ bytes: [UInt8], count: Int, checksum: UInt32, named name: String
) throws(Diagnostic) -> [UInt8] {
  guard let decompressor = libdeflate_alloc_decompressor() else {
    throw Diagnostic("not enough memory to read '\(name)'")
  }
  defer { libdeflate_free_decompressor(decompressor) }
  var result = LIBDEFLATE_BAD_DATA
  let content = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Without a place for the actual count, any other count is an error.
    result = libdeflate_deflate_decompress(
      decompressor, bytes, bytes.count, buffer.baseAddress, count, nil)
    initialized = result == LIBDEFLATE_SUCCESS ? count : 0
  }
  guard result == LIBDEFLATE_SUCCESS, libdeflate_crc32(0, content, content.count) == checksum else {
    throw Diagnostic("'\(name)' is damaged")
  }
  return content
}
