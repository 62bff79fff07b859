// Huffman codes as deflate wants them (RFC 1951): canonical, at most so many bits, written from the last bit on.
#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// The most symbols of an alphabet: literals and lengths.
enum { HUFFMAN_SYMBOLS = 286, HUFFMAN_BITS = 15 };

// For every symbol how many bits it takes, 0 if it does not occur, and which ones.
struct huffman_code {
  uint16_t bits[HUFFMAN_SYMBOLS];
  uint8_t lengths[HUFFMAN_SYMBOLS];
};

// The depths of a tree's leaves from their frequencies, rarest first, in place (Moffat and Katajainen 1995,
// In-place calculation of minimum-redundancy codes).
static void huffman_depths(uint32_t *a, int n) {
  int root = 0, leaf = 2, next;
  a[0] += a[1];
  for (next = 1; next < n - 1; next++) {
    if (leaf >= n || a[root] < a[leaf]) {
      a[next] = a[root];
      a[root++] = (uint32_t)next;
    } else {
      a[next] = a[leaf++];
    }
    if (leaf >= n || (root < next && a[root] < a[leaf])) {
      a[next] += a[root];
      a[root++] = (uint32_t)next;
    } else {
      a[next] += a[leaf++];
    }
  }
  a[n - 2] = 0;
  for (next = n - 3; next >= 0; next--) a[next] = a[a[next]] + 1;
  int free = 1, used = 0;
  uint32_t depth = 0;
  for (root = n - 2, next = n - 1; free > 0; depth++) {
    for (; root >= 0 && a[root] == depth; root--) used++;
    for (; free > used; free--) a[next--] = depth;
    free = 2 * used;
    used = 0;
  }
}

// How many symbols take how many bits, none more than `limit`: too long ones are shortened, and as many others
// made longer by a bit until the codes fit again (Kraft's sum is 1).
static void huffman_counts(const uint32_t *depths, int n, int limit, uint32_t *counts) {
  for (int i = 0; i < n; i++) counts[depths[i] < (uint32_t)limit ? depths[i] : (uint32_t)limit]++;
  uint64_t sum = 0;
  for (int bits = 1; bits <= limit; bits++) sum += (uint64_t)counts[bits] << (limit - bits);
  for (; sum > 1ull << limit; sum--) {
    counts[limit]--;
    for (int bits = limit - 1; bits > 0; bits--) {
      if (counts[bits] == 0) continue;
      counts[bits]--;
      counts[bits + 1] += 2;
      break;
    }
  }
}

// Rarest first; of equal ones the lower symbol, so that every sort gives the same order.
static int huffman_order(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

// The code of symbols that occur so often; at least two get bits, as some readers want it.
static void huffman_make(const uint32_t *frequencies, int count, int limit, struct huffman_code *code) {
  uint64_t order[HUFFMAN_SYMBOLS];
  uint32_t depths[HUFFMAN_SYMBOLS], counts[HUFFMAN_BITS + 1] = {0}, next[HUFFMAN_BITS + 2] = {0};
  int n = 0;
  memset(code, 0, sizeof *code);
  for (int i = 0; i < count; i++) {
    if (frequencies[i] > 0) order[n++] = (uint64_t)frequencies[i] << 16 | (uint64_t)i;
  }
  for (int i = 0; n < 2 && i < 2; i++) {
    if (frequencies[i] == 0) order[n++] = 1 << 16 | (uint64_t)i;
  }
  qsort(order, (size_t)n, sizeof *order, huffman_order);
  for (int i = 0; i < n; i++) depths[i] = (uint32_t)(order[i] >> 16);
  huffman_depths(depths, n);
  huffman_counts(depths, n, limit, counts);
  for (int bits = limit, i = 0; bits > 0; bits--) {
    for (uint32_t left = counts[bits]; left > 0; left--) code->lengths[order[i++] & 0xFFFF] = (uint8_t)bits;
  }
  for (int bits = 1; bits <= HUFFMAN_BITS; bits++) next[bits + 1] = (next[bits] + counts[bits]) << 1;
  for (int i = 0; i < count; i++) {
    int bits = code->lengths[i];
    uint32_t value = bits > 0 ? next[bits]++ : 0, turned = 0;
    for (int bit = 0; bit < bits; bit++) turned |= (value >> bit & 1) << (bits - 1 - bit);
    code->bits[i] = (uint16_t)turned;
  }
}
