// Where fields and records end in a text: the vector instructions of x86-64.
//
// Header only. Everything else about records is written in Swift, which has no way to ask for
// AVX2 or AVX-512 in one function and not in the whole program.
#ifndef EMPREINTE_SCAN_H
#define EMPREINTE_SCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>

// --- 64 bytes at `here` as six words; bit n of a word stands for byte n --------------------------
// A blank is a space, or a tab that is not the delimiter.

#define EMPREINTE_SETUP(VECTOR, SET)                                                \
  const VECTOR d = SET((char)delimiter), n = SET('\n'), c = SET('\r'), q = SET('"'), \
               s = SET(' '), t = SET(delimiter == '\t' ? ' ' : '\t'), z = SET('\0');

#define EMPREINTE_CLASSIFY(BITS)                    \
  const uint64_t delimiters = BITS(d);              \
  const uint64_t newlines = BITS(n);                \
  const uint64_t returns = BITS(c);                 \
  const uint64_t quotes = BITS(q);                  \
  const uint64_t blanks = BITS(s) | BITS(t);        \
  const uint64_t nuls = BITS(z);

#define EMPREINTE_BITS_16(x, part)                                                        \
  ((uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(                                  \
       _mm_loadu_si128((const __m128i *)(here + 16 * part)), x))                          \
   << (16 * part))
#define EMPREINTE_BITS_SSE2(x)                                    \
  (EMPREINTE_BITS_16(x, 0) | EMPREINTE_BITS_16(x, 1) |            \
   EMPREINTE_BITS_16(x, 2) | EMPREINTE_BITS_16(x, 3))

#define EMPREINTE_BITS_32(x, part)                                                        \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(                            \
       _mm256_loadu_si256((const __m256i *)(here + 32 * part)), x))                       \
   << (32 * part))
#define EMPREINTE_BITS_AVX2(x) (EMPREINTE_BITS_32(x, 0) | EMPREINTE_BITS_32(x, 1))

#define EMPREINTE_BITS_AVX512(x) \
  _mm512_cmpeq_epi8_mask(_mm512_loadu_si512((const void *)here), x)

#define EMPREINTE_AVX2 __attribute__((target("avx2,popcnt,bmi")))
#define EMPREINTE_AVX512 __attribute__((target("avx512f,avx512bw,popcnt,bmi")))
#define EMPREINTE_VBMI2 __attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt,bmi,bmi2")))

// --- the six words of each block -----------------------------------------------------------------

#define EMPREINTE_SCAN(NAME, TARGET, VECTOR, SET, BITS)                                   \
  TARGET static inline void NAME(const uint8_t *bytes, size_t blocks, uint8_t delimiter,  \
                                 uint64_t *masks) {                                       \
    EMPREINTE_SETUP(VECTOR, SET)                                                          \
    for (size_t block = 0; block < blocks; block++, masks += 6) {                         \
      const uint8_t *here = bytes + block * 64;                                           \
      EMPREINTE_CLASSIFY(BITS)                                                            \
      masks[0] = delimiters;                                                              \
      masks[1] = newlines;                                                                \
      masks[2] = returns;                                                                 \
      masks[3] = quotes;                                                                  \
      masks[4] = blanks;                                                                  \
      masks[5] = nuls;                                                                    \
    }                                                                                     \
  }

EMPREINTE_SCAN(empreinte_scan_sse2, , __m128i, _mm_set1_epi8, EMPREINTE_BITS_SSE2)
EMPREINTE_SCAN(empreinte_scan_avx2, EMPREINTE_AVX2, __m256i, _mm256_set1_epi8,
               EMPREINTE_BITS_AVX2)
EMPREINTE_SCAN(empreinte_scan_avx512, EMPREINTE_AVX512, __m512i, _mm512_set1_epi8,
               EMPREINTE_BITS_AVX512)

// --- blocks that hold nothing but text, delimiters and line ends ---------------------------------

// Where a scan stands between two blocks.
typedef struct {
  uint64_t after_structural;  // 1 when the byte before ends a field
  uint64_t after_blank;       // 1 when the byte before is a blank
  uint64_t after_return;      // 1 when the byte before is a carriage return
  int64_t ends;               // entries in `ends` and `record_ends`
  int64_t records;
  int64_t record_start;  // behind the last record
  int64_t feeds;         // line feeds so far, and up to the last record
  int64_t feeds_taken;
  int32_t mark;          // set in the end of the next record, and then no more
  int32_t always;        // set in the end of every record
  int32_t when_returns;  // what `always` becomes when there is a carriage return
} empreinte_scan_state;

// Appends where fields and records end, line ends being LF or CR LF; stops before the first block
// that holds anything else, and returns its number.
#define EMPREINTE_PLAIN(NAME, TARGET, VECTOR, SET, BITS)                                  \
  TARGET static inline size_t NAME(const uint8_t *bytes, size_t block, size_t last,       \
                                   uint8_t delimiter, empreinte_scan_state *state,        \
                                   int32_t *ends, int32_t *record_ends) {                 \
    EMPREINTE_SETUP(VECTOR, SET)                                                          \
    uint64_t after_structural = state->after_structural;                                  \
    uint64_t after_blank = state->after_blank, after_return = state->after_return;        \
    int64_t count = state->ends, records = state->records, feeds = state->feeds;          \
    for (; block < last; block++) {                                                       \
      const uint8_t *here = bytes + block * 64;                                           \
      EMPREINTE_CLASSIFY(BITS)                                                            \
      const uint64_t structural = delimiters | newlines;                                  \
      const uint64_t odd = quotes | nuls | (blanks & (structural << 1 | after_structural)) | \
                           ((blanks << 1 | after_blank) & (structural | returns)) |       \
                           ((returns << 1 | after_return) & ~newlines);                   \
      if (odd) break;                                                                     \
      if (returns) state->always = state->when_returns;                                   \
      const int32_t base = (int32_t)(block * 64);                                         \
      if (newlines) {                                                                     \
        uint64_t rest = newlines;                                                         \
        do {                                                                              \
          const uint64_t below = structural & ((rest & -rest) - 1);                       \
          const int32_t end = (int32_t)(count + __builtin_popcountll(below) + 1);         \
          record_ends[records++] = end | state->mark | state->always;                     \
          state->mark = 0;                                                                \
          rest &= rest - 1;                                                               \
        } while (rest);                                                                   \
        feeds += __builtin_popcountll(newlines);                                          \
        state->feeds_taken = feeds;                                                       \
        state->record_start = base + 64 - __builtin_clzll(newlines);                      \
      }                                                                                   \
      int32_t *out = ends + count;                                                        \
      uint64_t rest = structural;                                                         \
      int left = __builtin_popcountll(structural);                                        \
      count += left;                                                                      \
      do {                                                                                \
        for (int slot = 0; slot < 8; slot++) {                                            \
          out[slot] = base + (int32_t)__builtin_ctzll(rest | (1ull << 63));               \
          rest &= rest - 1;                                                               \
        }                                                                                 \
        out += 8;                                                                         \
        left -= 8;                                                                        \
      } while (left > 0);                                                                 \
      after_structural = structural >> 63;                                                \
      after_blank = blanks >> 63;                                                         \
      after_return = returns >> 63;                                                       \
    }                                                                                     \
    state->after_structural = after_structural;                                           \
    state->after_blank = after_blank;                                                     \
    state->after_return = after_return;                                                   \
    state->ends = count;                                                                  \
    state->records = records;                                                             \
    state->feeds = feeds;                                                                 \
    return block;                                                                         \
  }

EMPREINTE_PLAIN(empreinte_plain_avx2, EMPREINTE_AVX2, __m256i, _mm256_set1_epi8,
                EMPREINTE_BITS_AVX2)
EMPREINTE_PLAIN(empreinte_plain_avx512, EMPREINTE_AVX512, __m512i, _mm512_set1_epi8,
                EMPREINTE_BITS_AVX512)

// The same for a table whose records all have the same number of fields, which the caller holds the ends
// against afterwards: nothing is noted about records, line feeds are only counted (in `feeds`, from there
// on). Stops also before anything below the blank, and tells in `always` whether there was a return.
EMPREINTE_AVX2 static inline size_t empreinte_even_avx2(
    const uint8_t *bytes, size_t block, size_t last, uint8_t delimiter,
    empreinte_scan_state *state, int32_t *ends) {
  EMPREINTE_SETUP(__m256i, _mm256_set1_epi8)
  (void)t, (void)z;
  uint64_t after_structural = state->after_structural;
  uint64_t after_blank = state->after_blank, after_return = state->after_return;
  int32_t *out = ends + state->ends;
  __m256i feeds = _mm256_setzero_si256();
  while (block < last) {
    // As many blocks as can be counted in bytes.
    const size_t pause = last - block > 127 ? block + 127 : last;
    __m256i found = _mm256_setzero_si256();
    for (; block < pause; block++) {
      const __m256i *here = (const __m256i *)(bytes + block * 64);
      const __m256i low = _mm256_loadu_si256(here), high = _mm256_loadu_si256(here + 1);
#define EMPREINTE_BOTH(of_low, of_high)                  \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(of_low) |    \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(of_high) << 32)
#define EMPREINTE_EQUAL(x) EMPREINTE_BOTH(_mm256_cmpeq_epi8(low, x), _mm256_cmpeq_epi8(high, x))
#define EMPREINTE_RARE(x) \
  _mm256_or_si256(_mm256_cmpeq_epi8(_mm256_min_epu8(x, s), x), _mm256_cmpeq_epi8(x, q))
      const __m256i low_feeds = _mm256_cmpeq_epi8(low, n), high_feeds = _mm256_cmpeq_epi8(high, n);
      const uint64_t structural =
          EMPREINTE_BOTH(_mm256_or_si256(low_feeds, _mm256_cmpeq_epi8(low, d)),
                         _mm256_or_si256(high_feeds, _mm256_cmpeq_epi8(high, d)));
      const uint64_t blanks = EMPREINTE_EQUAL(s);
      // Quotes, and all that comes before letters.
      const uint64_t rare = EMPREINTE_BOTH(EMPREINTE_RARE(low), EMPREINTE_RARE(high));
      const uint64_t others = rare & ~(structural | blanks);
      uint64_t returns = 0;
      if (others | after_return) {
        returns = EMPREINTE_EQUAL(c);
        const uint64_t alone = (returns << 1 | after_return) & ~EMPREINTE_BOTH(low_feeds, high_feeds);
        if ((others & ~returns) | alone) break;
        state->always = state->when_returns;
      }
      if ((blanks & (structural << 1 | after_structural)) |
          ((blanks << 1 | after_blank) & (structural | returns)))
        break;
      found = _mm256_sub_epi8(found, _mm256_add_epi8(low_feeds, high_feeds));
      const int32_t base = (int32_t)(block * 64);
      int32_t *const behind = out + __builtin_popcountll(structural);
      uint64_t rest = structural;
#define EMPREINTE_END(slot) \
  out[slot] = base + (int32_t)_tzcnt_u64(rest), rest = _blsr_u64(rest)
      do {
        EMPREINTE_END(0), EMPREINTE_END(1), EMPREINTE_END(2), EMPREINTE_END(3);
        EMPREINTE_END(4), EMPREINTE_END(5), EMPREINTE_END(6), EMPREINTE_END(7);
        out += 8;
      } while (out < behind);
      out = behind;
      after_structural = structural >> 63;
      after_blank = blanks >> 63;
      after_return = returns >> 63;
#undef EMPREINTE_END
#undef EMPREINTE_BOTH
#undef EMPREINTE_EQUAL
#undef EMPREINTE_RARE
    }
    feeds = _mm256_add_epi64(feeds, _mm256_sad_epu8(found, _mm256_setzero_si256()));
    if (block < pause) break;
  }
  uint64_t counts[4];
  _mm256_storeu_si256((__m256i *)counts, feeds);
  state->after_structural = after_structural;
  state->after_blank = after_blank;
  state->after_return = after_return;
  state->ends = out - ends;
  state->feeds += (int64_t)(counts[0] + counts[1] + counts[2] + counts[3]);
  return block;
}

// Writes so many places of a block as places in the text, sixteen at a time.
EMPREINTE_VBMI2 __attribute__((always_inline)) static inline void empreinte_spread(
    __m512i places, int count, __m512i start, int32_t *out) {
  for (int left = count;; left -= 16, out += 16) {
    const __m512i some = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places));
    _mm512_storeu_si512(out, _mm512_add_epi32(start, some));
    if (left <= 16) break;
    places = _mm512_shuffle_i64x2(places, places, 0x39);
  }
}

// As `empreinte_plain`, without a choice that depends on what is in a block: how many fields and records end in one
// comes in no order that a processor could foresee. Places are squeezed together sixteen at a time.
EMPREINTE_VBMI2 static inline size_t empreinte_plain_vbmi2(
    const uint8_t *bytes, size_t block, size_t last, uint8_t delimiter,
    empreinte_scan_state *state, int32_t *ends, int32_t *record_ends) {
  EMPREINTE_SETUP(__m512i, _mm512_set1_epi8)
  uint8_t numbers[64];
  for (int number = 0; number < 64; number++) numbers[number] = (uint8_t)number;
  const __m512i all = _mm512_loadu_si512(numbers);
  uint64_t after_structural = state->after_structural;
  uint64_t after_blank = state->after_blank, after_return = state->after_return;
  int64_t count = state->ends, records = state->records, feeds = state->feeds;
  int64_t feeds_taken = state->feeds_taken, record_start = state->record_start;
  for (; block < last; block++) {
    const uint8_t *here = bytes + block * 64;
    const __m512i text = _mm512_loadu_si512((const void *)here);
    const uint64_t delimiters = _mm512_cmpeq_epi8_mask(text, d);
    const uint64_t newlines = _mm512_cmpeq_epi8_mask(text, n);
    const uint64_t structural = delimiters | newlines;
    // Spaces, and all that comes before them in the alphabet.
    const uint64_t low = _mm512_cmple_epu8_mask(text, s) & ~structural;
    const uint64_t quotes = _mm512_cmpeq_epi8_mask(text, q);
    uint64_t blanks = _mm512_cmpeq_epi8_mask(text, s), returns = 0, nuls = 0;
    if (low & ~blanks) {
      returns = _mm512_cmpeq_epi8_mask(text, c);
      nuls = _mm512_cmpeq_epi8_mask(text, z);
      blanks |= _mm512_cmpeq_epi8_mask(text, t);
    }
    const uint64_t odd = quotes | nuls | (blanks & (structural << 1 | after_structural)) |
                         ((blanks << 1 | after_blank) & (structural | returns)) |
                         ((returns << 1 | after_return) & ~newlines);
    if (odd) break;
    if (returns) state->always = state->when_returns;
    const int32_t base = (int32_t)(block * 64);
    // Which of the fields that end here end a record too.
    __m512i places = _mm512_maskz_compress_epi8(_pext_u64(newlines, structural), all);
    const int found = (int)__builtin_popcountll(newlines);
    const __m512i special = _mm512_set1_epi32(state->always);
    const __m512i first = _mm512_set1_epi32((int32_t)count + 1);
    int32_t *out = record_ends + records;
    for (int left = found;; left -= 16, out += 16) {
      const __m512i some = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places));
      _mm512_storeu_si512(out, _mm512_or_si512(_mm512_add_epi32(first, some), special));
      if (left <= 16) break;
      places = _mm512_shuffle_i64x2(places, places, 0x39);
    }
    if (state->mark && found) {
      record_ends[records] |= state->mark;
      state->mark = 0;
    }
    records += found;
    feeds += found;
    feeds_taken = found ? feeds : feeds_taken;
    record_start = found ? base + 64 - (int64_t)__builtin_clzll(newlines | 1) : record_start;
    places = _mm512_maskz_compress_epi8(structural, all);
    const __m512i start = _mm512_set1_epi32(base);
    const int fields = (int)__builtin_popcountll(structural);
    empreinte_spread(places, fields, start, ends + count);
    count += fields;
    after_structural = structural >> 63;
    after_blank = blanks >> 63;
    after_return = returns >> 63;
  }
  state->after_structural = after_structural;
  state->after_blank = after_blank;
  state->after_return = after_return;
  state->ends = count;
  state->records = records;
  state->record_start = record_start;
  state->feeds = feeds;
  state->feeds_taken = feeds_taken;
  return block;
}

// As `empreinte_even_avx2`, in the same way.
EMPREINTE_VBMI2 static inline size_t empreinte_even_vbmi2(
    const uint8_t *bytes, size_t block, size_t last, uint8_t delimiter,
    empreinte_scan_state *state, int32_t *ends) {
  EMPREINTE_SETUP(__m512i, _mm512_set1_epi8)
  (void)t, (void)z;
  uint8_t numbers[64];
  for (int number = 0; number < 64; number++) numbers[number] = (uint8_t)number;
  const __m512i all = _mm512_loadu_si512(numbers);
  uint64_t after_structural = state->after_structural;
  uint64_t after_blank = state->after_blank, after_return = state->after_return;
  int32_t *out = ends + state->ends;
  int64_t feeds = 0;
  for (; block < last; block++) {
    const __m512i text = _mm512_loadu_si512((const void *)(bytes + block * 64));
    const uint64_t newlines = _mm512_cmpeq_epi8_mask(text, n);
    const uint64_t structural = newlines | _mm512_cmpeq_epi8_mask(text, d);
    const uint64_t blanks = _mm512_cmpeq_epi8_mask(text, s);
    // Quotes, and all that comes before them in the alphabet.
    const uint64_t others = _mm512_cmple_epu8_mask(text, q) & ~(structural | blanks);
    uint64_t returns = 0;
    if (others | after_return) {
      returns = _mm512_cmpeq_epi8_mask(text, c);
      const uint64_t plain = returns | _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('!'));
      const uint64_t alone = (returns << 1 | after_return) & ~newlines;
      if ((others & ~plain) | alone) break;
      if (returns) state->always = state->when_returns;
    }
    if ((blanks & (structural << 1 | after_structural)) |
        ((blanks << 1 | after_blank) & (structural | returns)))
      break;
    feeds += __builtin_popcountll(newlines);
    const __m512i places = _mm512_maskz_compress_epi8(structural, all);
    const int fields = (int)__builtin_popcountll(structural);
    empreinte_spread(places, fields, _mm512_set1_epi32((int32_t)(block * 64)), out);
    out += fields;
    after_structural = structural >> 63;
    after_blank = blanks >> 63;
    after_return = returns >> 63;
  }
  state->after_structural = after_structural;
  state->after_blank = after_blank;
  state->after_return = after_return;
  state->ends = out - ends;
  state->feeds += feeds;
  return block;
}

// The widest instructions that this processor and its system support: 3 AVX-512 with VBMI2, 2 AVX-512
// without, 1 AVX2, 0 SSE2.
static inline int empreinte_scan_width(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("popcnt") || !__builtin_cpu_supports("bmi")) return 0;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) {
    return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") ? 3 : 2;
  }
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}

#endif
#endif
