// Pixels with alpha as video codecs take them: colors without it, since players multiply by alpha themselves.

// A color multiplied by alpha, and that alpha, to the nearest color without it.
static inline int32_t straight(int32_t color, int32_t alpha) {
  int32_t value = (color * 255 + alpha / 2) / alpha;
  return value > 255 ? 255 : value;
}

// The four pixels of a block: their colors count as much as can be seen of them.
static void alpha_block(const uint32_t *const pixels[4], uint8_t *const luma[4], uint8_t *blueness,
                        uint8_t *redness) {
  int32_t red = 0, green = 0, blue = 0, alpha = 0;
  for (int i = 0; i < 4; i += 1) {
    red += *pixels[i] >> 16 & 255;
    green += *pixels[i] >> 8 & 255;
    blue += *pixels[i] & 255;
    alpha += *pixels[i] >> 24;
  }
  if (alpha == 0) {
    for (int i = 0; i < 4; i += 1) *luma[i] = 16;
    *blueness = *redness = 128;
    return;
  }
  red = straight(red, alpha);
  green = straight(green, alpha);
  blue = straight(blue, alpha);
  *blueness = (uint8_t)baseline_blueness(4 * red, 4 * green, 4 * blue);
  *redness = (uint8_t)baseline_redness(4 * red, 4 * green, 4 * blue);
  for (int i = 0; i < 4; i += 1) {
    int32_t a = *pixels[i] >> 24, w = *pixels[i];
    // Pixels that cannot be seen continue their neighbors: a jump would cost bytes and bleed into them.
    *luma[i] = (uint8_t)(a == 0 ? baseline_luma(red, green, blue)
                                : baseline_luma(straight(w >> 16 & 255, a), straight(w >> 8 & 255, a),
                                                straight(w & 255, a)));
  }
}

void kernel_alpha_planes(const uint32_t *words, size_t width, size_t height, kernel_planes planes,
                         uint8_t *alpha) {
  size_t columns = width + width % 2;
  for (size_t y = 0; y < height; y += 2) {
    for (size_t x = 0; x < columns; x += 2) {
      // The last row and the last column twice where their number is odd.
      size_t right = x + 1 < width ? 1 : 0, below = y + 1 < height ? width : 0;
      const uint32_t *first = words + y * width + x;
      const uint32_t *const pixels[4] = {first, first + right, first + below, first + below + right};
      size_t at = y * columns + x;
      uint8_t *const luma[4] = {planes.luma + at, planes.luma + at + 1, planes.luma + at + columns,
                                planes.luma + at + columns + 1};
      size_t block = y / 2 * (columns / 2) + x / 2;
      alpha_block(pixels, luma, planes.blueness + block, planes.redness + block);
      for (int i = 0; i < 4; i += 1) alpha[luma[i] - planes.luma] = *pixels[i] >> 24;
    }
  }
}
