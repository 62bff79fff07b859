// Pixels as video codecs take them (ITU-R BT.709-6, item 3.5): Y' from 16 to 235, Cb and Cr from 16 to 240,
// the latter once for every 2 × 2 pixels. Weights are multiples of 2^-15, rounded so that gray has no color and
// white is 235. Sums of products with them fit 32 bits.

enum {
  NAME(RED_Y) = 5983, NAME(GREEN_Y) = 20127, NAME(BLUE_Y) = 2032,
  NAME(RED_CB) = -3298, NAME(GREEN_CB) = -11094, NAME(BLUE_CB) = 14392,
  NAME(RED_CR) = 14392, NAME(GREEN_CR) = -13072, NAME(BLUE_CR) = -1320,
};

static inline int32_t NAME(luma)(int32_t red, int32_t green, int32_t blue) {
  return (NAME(RED_Y) * red + NAME(GREEN_Y) * green + NAME(BLUE_Y) * blue + (16 << 15) + (1 << 14)) >> 15;
}

// Of the sums of four pixels.
static inline int32_t NAME(blueness)(int32_t red, int32_t green, int32_t blue) {
  return (NAME(RED_CB) * red + NAME(GREEN_CB) * green + NAME(BLUE_CB) * blue + (128 << 17) + (1 << 16)) >> 17;
}

static inline int32_t NAME(redness)(int32_t red, int32_t green, int32_t blue) {
  return (NAME(RED_CR) * red + NAME(GREEN_CR) * green + NAME(BLUE_CR) * blue + (128 << 17) + (1 << 16)) >> 17;
}

static void NAME(luma_row)(const uint32_t *restrict words, size_t count, uint8_t *restrict luma) {
  for (size_t i = 0; i < count; i += 1) {
    uint32_t w = words[i];
    luma[i] = (uint8_t)NAME(luma)((int32_t)(w >> 16 & 255), (int32_t)(w >> 8 & 255), (int32_t)(w & 255));
  }
}

static inline int32_t NAME(sum)(uint32_t a, uint32_t b, uint32_t c, uint32_t d, int shift) {
  return (int32_t)((a >> shift & 255) + (b >> shift & 255) + (c >> shift & 255) + (d >> shift & 255));
}

static inline void NAME(chroma)(uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint8_t *blueness,
                                uint8_t *redness) {
  int32_t red = NAME(sum)(a, b, c, d, 16), green = NAME(sum)(a, b, c, d, 8), blue = NAME(sum)(a, b, c, d, 0);
  *blueness = (uint8_t)NAME(blueness)(red, green, blue);
  *redness = (uint8_t)NAME(redness)(red, green, blue);
}

static void NAME(chroma_row)(const uint32_t *restrict upper, const uint32_t *restrict lower, size_t pairs,
                             uint8_t *restrict blueness, uint8_t *restrict redness) {
  for (size_t i = 0; i < pairs; i += 1) {
    NAME(chroma)(upper[2 * i], upper[2 * i + 1], lower[2 * i], lower[2 * i + 1], blueness + i, redness + i);
  }
}

static void NAME(video_planes)(const uint32_t *words, size_t width, size_t height, kernel_planes planes) {
  size_t pairs = (width + 1) / 2;
  for (size_t y = 0; y < height + height % 2; y += 1) {
    // The last row and the last column twice where their number is odd.
    const uint32_t *row = words + (y < height ? y : height - 1) * width;
    uint8_t *luma = planes.luma + y * 2 * pairs;
    NAME(luma_row)(row, width, luma);
    if (width % 2 == 1) luma[width] = luma[width - 1];
    if (y % 2 == 1) continue;
    const uint32_t *lower = y + 1 < height ? row + width : row;
    uint8_t *blueness = planes.blueness + y / 2 * pairs, *redness = planes.redness + y / 2 * pairs;
    NAME(chroma_row)(row, lower, width / 2, blueness, redness);
    if (width % 2 == 1) {
      uint32_t a = row[width - 1], b = lower[width - 1];
      NAME(chroma)(a, a, b, b, blueness + pairs - 1, redness + pairs - 1);
    }
  }
}
