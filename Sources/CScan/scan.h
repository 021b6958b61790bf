// Which bytes of a text are special, as one bit a byte: the vector instructions of x86-64.
//
// Header only. Everything else about records is written in Swift, which has no way to ask for
// AVX2 or AVX-512 in one function and not in the whole program.
#ifndef EMPREINTE_SCAN_H
#define EMPREINTE_SCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>

// Six words for every 64 bytes: delimiter, line feed, carriage return, quote, blank, NUL.
// Bit n of a word stands for byte n. A blank is a space, or a tab that is not the delimiter.

static inline void empreinte_scan_sse2(const uint8_t *bytes, size_t blocks, uint8_t delimiter,
                                       uint64_t *masks) {
  const __m128i d = _mm_set1_epi8((char)delimiter), n = _mm_set1_epi8('\n'),
                c = _mm_set1_epi8('\r'), q = _mm_set1_epi8('"'), s = _mm_set1_epi8(' '),
                t = _mm_set1_epi8(delimiter == '\t' ? ' ' : '\t'), z = _mm_setzero_si128();
  for (size_t block = 0; block < blocks; block++, bytes += 64, masks += 6) {
    uint64_t m[6] = {0, 0, 0, 0, 0, 0};
    for (int part = 0; part < 4; part++) {
      const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
      const int shift = 16 * part;
      m[0] |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, d)) << shift;
      m[1] |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, n)) << shift;
      m[2] |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, c)) << shift;
      m[3] |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, q)) << shift;
      m[4] |= (uint64_t)(uint32_t)_mm_movemask_epi8(
                  _mm_or_si128(_mm_cmpeq_epi8(v, s), _mm_cmpeq_epi8(v, t)))
              << shift;
      m[5] |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, z)) << shift;
    }
    for (int word = 0; word < 6; word++) masks[word] = m[word];
  }
}

__attribute__((target("avx2,popcnt"))) static inline void empreinte_scan_avx2(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *masks) {
  const __m256i d = _mm256_set1_epi8((char)delimiter), n = _mm256_set1_epi8('\n'),
                c = _mm256_set1_epi8('\r'), q = _mm256_set1_epi8('"'), s = _mm256_set1_epi8(' '),
                t = _mm256_set1_epi8(delimiter == '\t' ? ' ' : '\t'), z = _mm256_setzero_si256();
  for (size_t block = 0; block < blocks; block++, bytes += 64, masks += 6) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32));
#define EMPREINTE_EQUAL(x)                                                                  \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, x)) |                      \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, x)) << 32)
    masks[0] = EMPREINTE_EQUAL(d);
    masks[1] = EMPREINTE_EQUAL(n);
    masks[2] = EMPREINTE_EQUAL(c);
    masks[3] = EMPREINTE_EQUAL(q);
    masks[4] = EMPREINTE_EQUAL(s) | EMPREINTE_EQUAL(t);
    masks[5] = EMPREINTE_EQUAL(z);
#undef EMPREINTE_EQUAL
  }
}

__attribute__((target("avx512f,avx512bw,popcnt"))) static inline void empreinte_scan_avx512(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *masks) {
  const __m512i d = _mm512_set1_epi8((char)delimiter), n = _mm512_set1_epi8('\n'),
                c = _mm512_set1_epi8('\r'), q = _mm512_set1_epi8('"'), s = _mm512_set1_epi8(' '),
                t = _mm512_set1_epi8(delimiter == '\t' ? ' ' : '\t'), z = _mm512_setzero_si512();
  for (size_t block = 0; block < blocks; block++, bytes += 64, masks += 6) {
    const __m512i v = _mm512_loadu_si512((const void *)bytes);
    masks[0] = _mm512_cmpeq_epi8_mask(v, d);
    masks[1] = _mm512_cmpeq_epi8_mask(v, n);
    masks[2] = _mm512_cmpeq_epi8_mask(v, c);
    masks[3] = _mm512_cmpeq_epi8_mask(v, q);
    masks[4] = _mm512_cmpeq_epi8_mask(v, s) | _mm512_cmpeq_epi8_mask(v, t);
    masks[5] = _mm512_cmpeq_epi8_mask(v, z);
  }
}

// Where a scan stands between two blocks.
typedef struct {
  uint64_t after_structural;  // 1 when the byte before ends a field
  uint64_t after_blank;       // 1 when the byte before is a blank
  int64_t ends;               // entries in `ends` and `record_ends`
  int64_t records;
  int64_t record_start;  // behind the last record
  int64_t feeds;         // line feeds so far, and up to the last record
  int64_t feeds_taken;
  uint64_t after_return;  // 1 when the byte before is a carriage return
  int32_t mark;           // set in the end of the next record, and then no more
  int32_t always;         // set in the end of every record
  int32_t when_returns;   // what `always` becomes when there is a carriage return
} empreinte_scan_state;

// Appends where fields and records end in blocks that hold nothing but text, delimiters and line
// ends, LF or CR LF; stops before the first block that holds anything else, and returns its number.
#define EMPREINTE_PLAIN(NAME, TARGET, SETUP, CLASSIFY)                                          \
  __attribute__((target(TARGET))) static inline size_t NAME(                                    \
      const uint8_t *bytes, size_t block, size_t last, uint8_t delimiter,                       \
      empreinte_scan_state *state, int32_t *ends, int32_t *record_ends) {                       \
    SETUP                                                                                       \
    uint64_t after_structural = state->after_structural, after_blank = state->after_blank,     \
             after_return = state->after_return;                                                     \
    int64_t count = state->ends, records = state->records, feeds = state->feeds;                \
    for (; block < last; block++) {                                                             \
      const uint8_t *here = bytes + block * 64;                                                 \
      uint64_t delimiters, newlines, blanks, returns, odd;                                               \
      CLASSIFY                                                                                  \
      const uint64_t structural = delimiters | newlines;                                        \
      odd |= (blanks & (structural << 1 | after_structural)) |                                  \
             ((blanks << 1 | after_blank) & (structural | returns)) |                                        \
             ((returns << 1 | after_return) & ~newlines);                                       \
      if (odd) break;                                                                           \
      if (returns) state->always = state->when_returns;                                         \
      const int32_t base = (int32_t)(block * 64);                                               \
      if (newlines) {                                                                           \
        uint64_t rest = newlines;                                                               \
        do {                                                                                    \
          const uint64_t below = structural & ((rest & -rest) - 1);                             \
          record_ends[records++] = (int32_t)(count + __builtin_popcountll(below) + 1) | state->mark | \
                                   state->always; \
          state->mark = 0;                                                                      \
          rest &= rest - 1;                                                                     \
        } while (rest);                                                                         \
        feeds += __builtin_popcountll(newlines);                                                \
        state->feeds_taken = feeds;                                                             \
        state->record_start = base + 64 - __builtin_clzll(newlines);                            \
      }                                                                                         \
      int32_t *out = ends + count;                                                              \
      uint64_t rest = structural;                                                               \
      int left = __builtin_popcountll(structural);                                              \
      count += left;                                                                            \
      do {                                                                                      \
        for (int slot = 0; slot < 8; slot++) {                                                  \
          out[slot] = base + (int32_t)__builtin_ctzll(rest | (1ull << 63));                     \
          rest &= rest - 1;                                                                     \
        }                                                                                       \
        out += 8;                                                                               \
        left -= 8;                                                                              \
      } while (left > 0);                                                                       \
      after_structural = structural >> 63;                                                      \
      after_blank = blanks >> 63;                                                               \
      after_return = returns >> 63;                                                             \
    }                                                                                           \
    state->after_structural = after_structural;                                                 \
    state->after_blank = after_blank;                                                           \
    state->after_return = after_return;                                                         \
    state->ends = count;                                                                        \
    state->records = records;                                                                   \
    state->feeds = feeds;                                                                       \
    return block;                                                                               \
  }

#define EMPREINTE_SETUP_256                                                                     \
  const __m256i d = _mm256_set1_epi8((char)delimiter), n = _mm256_set1_epi8('\n'),              \
                c = _mm256_set1_epi8('\r'), q = _mm256_set1_epi8('"'),                          \
                s = _mm256_set1_epi8(' '),                                                      \
                t = _mm256_set1_epi8(delimiter == '\t' ? ' ' : '\t'),                           \
                z = _mm256_setzero_si256();
#define EMPREINTE_BITS_256(x)                                                                   \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(x(a)) | (uint64_t)(uint32_t)_mm256_movemask_epi8(x(b)) << 32)
#define EMPREINTE_IS_DELIMITER(v) _mm256_cmpeq_epi8(v, d)
#define EMPREINTE_IS_NEWLINE(v) _mm256_cmpeq_epi8(v, n)
#define EMPREINTE_IS_BLANK(v) _mm256_or_si256(_mm256_cmpeq_epi8(v, s), _mm256_cmpeq_epi8(v, t))
#define EMPREINTE_IS_ODD(v)                                                                     \
  _mm256_or_si256(_mm256_cmpeq_epi8(v, q), _mm256_cmpeq_epi8(v, z))
#define EMPREINTE_IS_RETURN(v) _mm256_cmpeq_epi8(v, c)
#define EMPREINTE_CLASSIFY_256                                                                  \
  const __m256i a = _mm256_loadu_si256((const __m256i *)here),                                  \
                b = _mm256_loadu_si256((const __m256i *)(here + 32));                           \
  delimiters = EMPREINTE_BITS_256(EMPREINTE_IS_DELIMITER);                                      \
  newlines = EMPREINTE_BITS_256(EMPREINTE_IS_NEWLINE);                                          \
  blanks = EMPREINTE_BITS_256(EMPREINTE_IS_BLANK);                                              \
  returns = EMPREINTE_BITS_256(EMPREINTE_IS_RETURN);                                            \
  odd = EMPREINTE_BITS_256(EMPREINTE_IS_ODD);
#define EMPREINTE_SETUP_512                                                                     \
  const __m512i d = _mm512_set1_epi8((char)delimiter), n = _mm512_set1_epi8('\n'),              \
                c = _mm512_set1_epi8('\r'), q = _mm512_set1_epi8('"'),                          \
                s = _mm512_set1_epi8(' '),                                                      \
                t = _mm512_set1_epi8(delimiter == '\t' ? ' ' : '\t'),                           \
                z = _mm512_setzero_si512();
#define EMPREINTE_CLASSIFY_512                                                                  \
  const __m512i v = _mm512_loadu_si512((const void *)here);                                     \
  delimiters = _mm512_cmpeq_epi8_mask(v, d);                                                    \
  newlines = _mm512_cmpeq_epi8_mask(v, n);                                                      \
  blanks = _mm512_cmpeq_epi8_mask(v, s) | _mm512_cmpeq_epi8_mask(v, t);                         \
  returns = _mm512_cmpeq_epi8_mask(v, c);                                                       \
  odd = _mm512_cmpeq_epi8_mask(v, q) | _mm512_cmpeq_epi8_mask(v, z);

EMPREINTE_PLAIN(empreinte_plain_avx2, "avx2,popcnt,bmi", EMPREINTE_SETUP_256, EMPREINTE_CLASSIFY_256)
EMPREINTE_PLAIN(empreinte_plain_avx512, "avx512f,avx512bw,popcnt,bmi", EMPREINTE_SETUP_512,
                EMPREINTE_CLASSIFY_512)

// The widest instructions that this processor and its system support: 2 AVX-512, 1 AVX2, 0 SSE2.
static inline int empreinte_scan_width(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("bmi"))
    return 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") &&
                 __builtin_cpu_supports("bmi")
             ? 1
             : 0;
}

#endif
#endif
