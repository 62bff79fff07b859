// Opaque pixels from words to the bytes of files: red, green and blue of one after the other.
//
// Included once for each instruction set; NAME(x) is the name there.
static void NAME(pack_opaque)(const uint32_t *words, size_t count, uint8_t *to) {
  size_t x = 0;
#ifdef HARDWARE_FUSED
  // Eight words at a time: 0.12 instead of 0.53 ms for 1920 x 1080 pixels.
  typedef uint8_t vector __attribute__((vector_size(32)));
#define COLOR(i) 4 * i + 2, 4 * i + 1, 4 * i
  // 32 bytes are written for 24: the pixels that follow have at least as many.
  for (; x + 11 <= count; x += 8, to += 24) {
    vector word, color;
    __builtin_memcpy(&word, words + x, 32);
    color = __builtin_shufflevector(word, word, COLOR(0), COLOR(1), COLOR(2), COLOR(3), COLOR(4), COLOR(5), COLOR(6),
                                    COLOR(7), 0, 0, 0, 0, 0, 0, 0, 0);
    __builtin_memcpy(to, &color, 32);
  }
#undef COLOR
#endif
  // The fourth byte is the next pixel's first, which follows.
  for (; x + 1 < count; x++, to += 3) {
    uint32_t color = __builtin_bswap32(words[x]) >> 8;
    __builtin_memcpy(to, &color, 4);
  }
  for (; x < count; x++, to += 3) {
    uint32_t color = __builtin_bswap32(words[x]) >> 8;
    __builtin_memcpy(to, &color, 3);
  }
}
