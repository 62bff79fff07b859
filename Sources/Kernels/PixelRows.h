// Rows of pixels as PNG keeps them, compressed as deflate does it (RFC 1951).
#pragma once

#include "Huffman.h"

// How many pixels from `a` and `b` on are equal, at most `limit`; bits outside of `mask` do not matter.
static inline size_t pixel_run(const uint32_t *a, const uint32_t *b, size_t limit, uint32_t mask) {
  typedef uint64_t vector __attribute__((vector_size(32)));
  const vector masks = (vector){} + (mask | (uint64_t)mask << 32);
  size_t n = 0;
  // The first pixels alone: most runs are short.
  for (size_t end = limit < 4 ? limit : 4; n < end; n++) {
    if (((a[n] ^ b[n]) & mask) != 0) return n;
  }
  for (; n + 8 <= limit; n += 8) {
    vector x, y;
    memcpy(&x, a + n, sizeof x);
    memcpy(&y, b + n, sizeof y);
    x = (x ^ y) & masks;
    if ((x[0] | x[1] | x[2] | x[3]) != 0) break;
  }
  while (n < limit && ((a[n] ^ b[n]) & mask) == 0) n++;
  return n;
}

// What the rows say in deflate's symbols, and how often each occurs.
struct pixel_tokens {
  // A byte, or a match: 1 << 31 | (length - 3) << 16 | (distance - 1).
  uint32_t *next;
  uint32_t literals[HUFFMAN_SYMBOLS], distances[30];
};

// The symbol of a length from 3 to 258 and how many bits follow it.
static inline uint32_t length_symbol(uint32_t length, uint32_t *extra) {
  uint32_t l = length - 3;
  if (length == 258 || l < 8) return *extra = 0, length == 258 ? 285 : 257 + l;
  uint32_t high = 31 - (uint32_t)__builtin_clz(l);
  *extra = high - 2;
  return 257 + 4 * (high - 1) + (l >> (high - 2) & 3);
}

// The symbol of a distance from 1 to 32768 and how many bits follow it.
static inline uint32_t distance_symbol(uint32_t distance, uint32_t *extra) {
  uint32_t d = distance - 1;
  if (d < 4) return *extra = 0, d;
  uint32_t high = 31 - (uint32_t)__builtin_clz(d);
  *extra = high - 1;
  return 2 * high + (d >> (high - 1) & 1);
}

static inline void put_literal(struct pixel_tokens *tokens, uint8_t byte) {
  *tokens->next++ = byte;
  tokens->literals[byte]++;
}

// A repetition of so many bytes, whole pixels of so many.
static inline void put_match(struct pixel_tokens *tokens, size_t length, size_t distance, size_t pixel) {
  const size_t most = 258 / pixel * pixel;
  uint32_t extra, symbol = distance_symbol((uint32_t)distance, &extra);
  while (length > 0) {
    size_t part = length < most ? length : most;
    *tokens->next++ = 1u << 31 | (uint32_t)(part - 3) << 16 | (uint32_t)(distance - 1);
    tokens->literals[length_symbol((uint32_t)part, &extra)]++;
    tokens->distances[symbol]++;
    length -= part;
  }
}

// Where two neighbors, and where pixels, were seen last: together no more than KERNEL_ROWS_ROOM.
enum { PAIR_BITS = 13, PIXEL_BITS = 11 };

static inline uint32_t pair_hash(uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u ^ second * 0x85EBCA6Bu) * 0xC2B2AE35u >> (32 - PAIR_BITS);
}

static inline uint32_t pixel_hash(uint32_t pixel) { return pixel * 0x9E3779B1u >> (32 - PIXEL_BITS); }

// How many pixels at `index` are those at an earlier place, and how many bytes back that is.
static inline size_t pixel_same(kernel_rows rows, size_t from, size_t index, uint32_t mask, size_t *distance) {
  if (from >= index) return 0;
  const size_t width = rows.width, most = 258 / rows.pixel, x = index % width, fx = from % width;
  const size_t rest = width - (x > fx ? x : fx);
  *distance = (index - from) * rows.pixel + (index / width - from / width);
  if (*distance > 32768) return 0;
  return pixel_run(rows.words + index, rows.words + from, rest < most ? rest : most, mask);
}

// Finds repetitions: of the pixel to the left, of the row above, and of what was seen before where two
// neighbors, or just the pixel, were the same.
static void pixel_parse(kernel_rows rows, const uint8_t *bytes, uint32_t *pairs, struct pixel_tokens *tokens) {
  const uint32_t mask = rows.pixel == 3 ? 0xFFFFFF : 0xFFFFFFFF;
  const size_t width = rows.width, pixel = rows.pixel, row = width * pixel + 1, most = 258 / pixel;
  uint32_t *pixels = pairs + (1 << PAIR_BITS);
  memset(pairs, 0xFF, sizeof *pairs * ((1 << PAIR_BITS) + (1 << PIXEL_BITS)));
  for (size_t y = 0; y < rows.height; y++) {
    const uint32_t *words = rows.words + y * width;
    const int has_above = y > 0 && row <= 32768;
    put_literal(tokens, 0);
    for (size_t x = 0; x < width;) {
      const size_t index = y * width + x, rest = width - x;
      size_t left = x > 0 ? pixel_run(words + x, words + x - 1, rest, mask) : 0, far;
      // Distances of a row take a dozen bits more than those of a pixel, and again for each of deflate's longest
      // matches: so the row above is followed no farther than one of these before there is another choice.
      size_t above = has_above && left < most ? pixel_run(words + x, words + x - width, rest < most ? rest : most, mask) : 0;
      size_t length = above > left + 2 ? above : left, distance = length > left ? row : pixel;
      if (length < 8 && rest > 1) {
        uint32_t *place = pairs + pair_hash(words[x] & mask, words[x + 1] & mask);
        size_t same = pixel_same(rows, *place, index, mask, &far);
        *place = (uint32_t)index;
        if (same >= 2 && same > length + (length == left ? 2 : 0)) length = same, distance = far;
      }
      if (length == 0) {
        uint32_t *place = pixels + pixel_hash(words[x] & mask);
        size_t same = pixel_same(rows, *place, index, mask, &far);
        *place = (uint32_t)index;
        if (same > 0) length = 1, distance = far;
      }
      if (length == 0) {
        const uint8_t *at = bytes + y * row + 1 + x * pixel;
        for (size_t i = 0; i < pixel; i++) put_literal(tokens, at[i]);
        x++;
      } else {
        put_match(tokens, length * pixel, distance, pixel);
        x += length;
        // Where a run ends something begins that may come again.
        if (x < width) pairs[pair_hash(words[x - 1] & mask, words[x] & mask)] = (uint32_t)(y * width + x - 1);
      }
    }
  }
}

// Where bits go, from the lowest on; up to 7 wait for the byte to be full.
struct bit_writer {
  uint64_t bits;
  unsigned count;
  uint8_t *next;
};

// At most 56 bits. Eight bytes are written each time, whatever they are worth: no branch is as cheap.
static inline void put_bits(struct bit_writer *writer, uint64_t bits, unsigned count) {
  writer->bits |= bits << writer->count;
  writer->count += count;
  memcpy(writer->next, &writer->bits, 8);
  writer->next += writer->count >> 3;
  writer->bits >>= writer->count & 56;
  writer->count &= 7;
}

// The header of a block with codes of its own: their lengths, and the code that these are written in.
static void put_codes(struct bit_writer *writer, const struct huffman_code *literals,
                      const struct huffman_code *distances) {
  static const uint8_t places[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
  uint8_t lengths[HUFFMAN_SYMBOLS + 30], symbols[HUFFMAN_SYMBOLS + 30], extras[HUFFMAN_SYMBOLS + 30];
  uint32_t frequencies[19] = {0};
  int count = 0, n = 0, shown = 19;
  memcpy(lengths, literals->lengths, HUFFMAN_SYMBOLS);
  memcpy(lengths + HUFFMAN_SYMBOLS, distances->lengths, 30);
  while (n < HUFFMAN_SYMBOLS + 30) {
    int run = 1, value = lengths[n];
    while (n + run < HUFFMAN_SYMBOLS + 30 && lengths[n + run] == value && run < 138) run++;
    if (value == 0 && run >= 3) {
      symbols[count] = run <= 10 ? 17 : 18;
      extras[count] = (uint8_t)(run <= 10 ? run - 3 : run - 11);
    } else if (n > 0 && lengths[n - 1] == value && run >= 3) {
      run = run < 6 ? run : 6;
      symbols[count] = 16;
      extras[count] = (uint8_t)(run - 3);
    } else {
      run = 1;
      symbols[count] = (uint8_t)value;
    }
    frequencies[symbols[count++]]++;
    n += run;
  }
  struct huffman_code code;
  huffman_make(frequencies, 19, 7, &code);
  while (shown > 4 && code.lengths[places[shown - 1]] == 0) shown--;
  // Not the last block, codes of its own.
  put_bits(writer, 4, 3);
  put_bits(writer, HUFFMAN_SYMBOLS - 257, 5);
  put_bits(writer, 30 - 1, 5);
  put_bits(writer, (uint64_t)(shown - 4), 4);
  for (int i = 0; i < shown; i++) put_bits(writer, code.lengths[places[i]], 3);
  for (int i = 0; i < count; i++) {
    put_bits(writer, code.bits[symbols[i]], code.lengths[symbols[i]]);
    if (symbols[i] >= 16) put_bits(writer, extras[i], symbols[i] == 16 ? 2 : symbols[i] == 17 ? 3 : 7);
  }
}

// Bits and how many they are.
struct bit_string {
  uint32_t bits, count;
};

static inline struct bit_string symbol_bits(const struct huffman_code *code, uint32_t symbol, uint32_t value,
                                            uint32_t extra) {
  uint32_t low = value & ((1u << extra) - 1);
  return (struct bit_string){code->bits[symbol] | low << code->lengths[symbol], code->lengths[symbol] + extra};
}

static void put_tokens(struct bit_writer *writer, const uint32_t *token, const uint32_t *end,
                       const struct huffman_code *literals, const struct huffman_code *distances) {
  struct bit_string lengths[256];
  uint32_t extra, symbol;
  for (uint32_t i = 0; i < 256; i++) {
    symbol = length_symbol(i + 3, &extra);
    lengths[i] = symbol_bits(literals, symbol, i, extra);
  }
  for (; token < end; token++) {
    if (*token < 1u << 31) {
      put_bits(writer, literals->bits[*token], literals->lengths[*token]);
      continue;
    }
    struct bit_string length = lengths[*token >> 16 & 255];
    symbol = distance_symbol((*token & 0x7FFF) + 1, &extra);
    struct bit_string distance = symbol_bits(distances, symbol, *token & 0x7FFF, extra);
    put_bits(writer, length.bits | (uint64_t)distance.bits << length.count, length.count + distance.count);
  }
  put_bits(writer, literals->bits[256], literals->lengths[256]);
}

// One block with codes of its own, and an empty stored one, behind which the next rows start at a byte.
static size_t pixel_deflate(kernel_rows rows, const uint8_t *bytes, uint32_t *room, uint8_t *result) {
  uint32_t *start = room + KERNEL_ROWS_ROOM;
  struct pixel_tokens tokens = {start, {0}, {0}};
  pixel_parse(rows, bytes, room, &tokens);
  tokens.literals[256] = 1;
  struct huffman_code literals, distances;
  huffman_make(tokens.literals, HUFFMAN_SYMBOLS, HUFFMAN_BITS, &literals);
  huffman_make(tokens.distances, 30, HUFFMAN_BITS, &distances);
  struct bit_writer writer = {0, 0, result};
  put_codes(&writer, &literals, &distances);
  put_tokens(&writer, start, tokens.next, &literals, &distances);
  put_bits(&writer, 0, 3);
  put_bits(&writer, 0, (8 - writer.count) % 8);
  memcpy(writer.next, "\x00\x00\xFF\xFF", 4);
  return (size_t)(writer.next + 4 - result);
}

// Bytes red, green and blue, or red, green, blue and straight alpha, of every pixel, behind a zero in each row.
static void pixel_pack(kernel_rows rows, uint8_t *bytes) {
  const size_t row = rows.width * rows.pixel + 1;
  for (size_t y = 0; y < rows.height; y++) {
    const uint32_t *words = rows.words + y * rows.width;
    uint8_t *to = bytes + y * row;
    *to++ = 0;
    size_t x = 0;
    if (rows.pixel == 3) {
      // Four pixels are three words.
      for (; x + 4 <= rows.width; x += 4, to += 12) {
        uint32_t c[4], w[3];
        for (int i = 0; i < 4; i++) c[i] = __builtin_bswap32(words[x + (size_t)i]) >> 8;
        w[0] = c[0] | c[1] << 24;
        w[1] = c[1] >> 8 | c[2] << 16;
        w[2] = c[2] >> 16 | c[3] << 8;
        memcpy(to, w, 12);
      }
      for (; x < rows.width; x++, to += 3) {
        uint32_t c = __builtin_bswap32(words[x]) >> 8;
        to[0] = (uint8_t)c, to[1] = (uint8_t)(c >> 8), to[2] = (uint8_t)(c >> 16);
      }
      continue;
    }
    for (; x < rows.width; x++, to += 4) {
      uint32_t word = words[x], alpha = word >> 24, straight = word << 8 | 255;
      if (alpha == 0) straight = 0;
      if (alpha > 0 && alpha < 255) {
        // To the nearest: multiplying by alpha again gives the same word.
        uint32_t red = ((word >> 16 & 255) * 255 + alpha / 2) / alpha;
        uint32_t green = ((word >> 8 & 255) * 255 + alpha / 2) / alpha;
        uint32_t blue = ((word & 255) * 255 + alpha / 2) / alpha;
        straight = (red < 255 ? red : 255) << 24 | (green < 255 ? green : 255) << 16 |
                   (blue < 255 ? blue : 255) << 8 | alpha;
      }
      straight = __builtin_bswap32(straight);
      memcpy(to, &straight, 4);
    }
  }
}
