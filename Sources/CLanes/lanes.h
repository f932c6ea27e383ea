#ifndef VEEDOR_CLANES_LANES_H
#define VEEDOR_CLANES_LANES_H

#include <stdint.h>
#include <string.h>

// Bytes compared 64 at a time, a bit for each. Swift has vectors, but not the instruction that makes bits of their
// lanes, on which the speed of reading rests.

#ifdef __SSE2__

typedef char veedor_lanes __attribute__((vector_size(16)));

static inline uint64_t veedor_lane_bits(veedor_lanes a, veedor_lanes b, veedor_lanes c, veedor_lanes d) {
  uint64_t low = (uint32_t)__builtin_ia32_pmovmskb128(a) | (uint32_t)__builtin_ia32_pmovmskb128(b) << 16;
  uint64_t high = (uint32_t)__builtin_ia32_pmovmskb128(c) | (uint32_t)__builtin_ia32_pmovmskb128(d) << 16;
  return low | high << 32;
}

static inline veedor_lanes veedor_lanes_at(const uint8_t *bytes) {
  veedor_lanes lanes;
  memcpy(&lanes, bytes, sizeof lanes);
  return lanes;
}

/// A bit for each of the 64 bytes from `bytes` on, the first one lowest, set where it is `wanted`.
static inline uint64_t veedor_equal(const uint8_t *bytes, uint8_t wanted) {
  char byte = (char)wanted;
  return veedor_lane_bits(
      veedor_lanes_at(bytes) == byte, veedor_lanes_at(bytes + 16) == byte, veedor_lanes_at(bytes + 32) == byte,
      veedor_lanes_at(bytes + 48) == byte);
}

/// A bit for each of the 64 bytes from `bytes` on, the first one lowest, set where it is 128 or more.
static inline uint64_t veedor_not_ascii(const uint8_t *bytes) {
  return veedor_lane_bits(
      veedor_lanes_at(bytes), veedor_lanes_at(bytes + 16), veedor_lanes_at(bytes + 32), veedor_lanes_at(bytes + 48));
}

#else

static inline uint64_t veedor_equal(const uint8_t *bytes, uint8_t wanted) {
  uint64_t bits = 0;
  for (int place = 0; place < 64; place++) bits |= (uint64_t)(bytes[place] == wanted) << place;
  return bits;
}

static inline uint64_t veedor_not_ascii(const uint8_t *bytes) {
  uint64_t bits = 0;
  for (int place = 0; place < 64; place++) bits |= (uint64_t)(bytes[place] >> 7) << place;
  return bits;
}

#endif

#endif
