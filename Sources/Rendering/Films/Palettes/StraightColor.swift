/// Cairo's word 0xAARRGGBB with colors multiplied by alpha as 0xRRGGBBAA without, 0 where nothing can be seen.
func straightColor(_ word: UInt32) -> UInt32 {
  let alpha = word >> 24
  if alpha == 255 { return word << 8 | 255 }
  if alpha == 0 { return 0 }
  // To the nearest: multiplying by alpha again gives the same word.
  func divided(_ shift: UInt32) -> UInt32 { min(255, ((word >> shift & 255) * 255 + alpha / 2) / alpha) }
  return divided(16) << 24 | divided(8) << 16 | divided(0) << 8 | alpha
}
