import CDeflate

/// One chunk of a PNG file: length, type, contents, checksum.
func pngChunk(_ type: String, _ contents: [UInt8]) -> [UInt8] {
  let checked = Array(type.utf8) + contents
  let sum = libdeflate_crc32(0, checked, checked.count)
  return UInt32(contents.count).bigEndianBytes + checked + sum.bigEndianBytes
}
