import CDeflate
import Diagnostics

/// The bytes as a zlib stream (RFC 1950): small, since recipes are short.
func zlibCompressed(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
  guard let compressor = libdeflate_alloc_compressor(9) else {
    throw Diagnostic("not enough memory to compress the recipe")
  }
  defer { libdeflate_free_compressor(compressor) }
  let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
  return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
    count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
  }
}

/// What the zlib stream at the start of `bytes` holds, at most `limit` bytes; what follows the stream is not
/// read.
///
/// The stream ends where it says so, and Adler's checksum at its end tells whether it is whole.
func zlibInflated(_ bytes: ArraySlice<UInt8>, upTo limit: Int) throws(Diagnostic) -> [UInt8] {
  guard let decompressor = libdeflate_alloc_decompressor() else {
    throw Diagnostic("not enough memory to read the recipe")
  }
  defer { libdeflate_free_decompressor(decompressor) }
  // Nearly all recipes fit into the first; nobody waits for megabytes of zeros.
  for room in [1 << 16, limit] {
    var result = LIBDEFLATE_BAD_DATA
    let content = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      result = bytes.withUnsafeBytes { source in
        libdeflate_zlib_decompress_ex(
          decompressor, source.baseAddress, source.count, buffer.baseAddress, room, nil, &count)
      }
      if result != LIBDEFLATE_SUCCESS { count = 0 }
    }
    if result == LIBDEFLATE_SUCCESS { return content }
    guard result == LIBDEFLATE_INSUFFICIENT_SPACE else {
      throw Diagnostic("the recipe in it is damaged: it does not decompress")
    }
  }
  throw Diagnostic("the recipe in it is too large: more than \(limit >> 20) MB")
}
