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

// Seven words for every 64 bytes: delimiter, line feed, carriage return, quote, blank, NUL; bit n of
// a word stands for byte n. A blank is a space, or a tab that is not the delimiter. The last word
// counts: delimiters and line feeds together, line feeds, delimiters before the first line feed; a
// byte each, because counting bits is an instruction that not every x86-64 has.
#define EMPREINTE_COUNTS(m)                                                               \
  ((uint64_t)__builtin_popcountll((m)[0] | (m)[1]) |                                      \
   (uint64_t)__builtin_popcountll((m)[1]) << 8 |                                          \
   (uint64_t)__builtin_popcountll((m)[0] & (((m)[1] & -(m)[1]) - 1)) << 16)

static inline void empreinte_scan_sse2(const uint8_t *bytes, size_t blocks, uint8_t delimiter,
                                       uint64_t *masks) {
  const __m128i d = _mm_set1_epi8((char)delimiter), n = _mm_set1_epi8('\n'),
                c = _mm_set1_epi8('\r'), q = _mm_set1_epi8('"'), s = _mm_set1_epi8(' '),
                t = _mm_set1_epi8(delimiter == '\t' ? ' ' : '\t'), z = _mm_setzero_si128();
  for (size_t block = 0; block < blocks; block++, bytes += 64, masks += 7) {
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
    masks[6] = EMPREINTE_COUNTS(m);
  }
}

__attribute__((target("avx2,popcnt"))) static inline void empreinte_scan_avx2(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *masks) {
  const __m256i d = _mm256_set1_epi8((char)delimiter), n = _mm256_set1_epi8('\n'),
                c = _mm256_set1_epi8('\r'), q = _mm256_set1_epi8('"'), s = _mm256_set1_epi8(' '),
                t = _mm256_set1_epi8(delimiter == '\t' ? ' ' : '\t'), z = _mm256_setzero_si256();
  for (size_t block = 0; block < blocks; block++, bytes += 64, masks += 7) {
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
    masks[6] = EMPREINTE_COUNTS(masks);
#undef EMPREINTE_EQUAL
  }
}

__attribute__((target("avx512f,avx512bw,popcnt"))) static inline void empreinte_scan_avx512(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *masks) {
  const __m512i d = _mm512_set1_epi8((char)delimiter), n = _mm512_set1_epi8('\n'),
                c = _mm512_set1_epi8('\r'), q = _mm512_set1_epi8('"'), s = _mm512_set1_epi8(' '),
                t = _mm512_set1_epi8(delimiter == '\t' ? ' ' : '\t'), z = _mm512_setzero_si512();
  for (size_t block = 0; block < blocks; block++, bytes += 64, masks += 7) {
    const __m512i v = _mm512_loadu_si512((const void *)bytes);
    masks[0] = _mm512_cmpeq_epi8_mask(v, d);
    masks[1] = _mm512_cmpeq_epi8_mask(v, n);
    masks[2] = _mm512_cmpeq_epi8_mask(v, c);
    masks[3] = _mm512_cmpeq_epi8_mask(v, q);
    masks[4] = _mm512_cmpeq_epi8_mask(v, s) | _mm512_cmpeq_epi8_mask(v, t);
    masks[5] = _mm512_cmpeq_epi8_mask(v, z);
    masks[6] = EMPREINTE_COUNTS(masks);
  }
}

// The widest instructions that this processor and its system support: 2 AVX-512, 1 AVX2, 0 SSE2.
static inline int empreinte_scan_width(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) return 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? 1 : 0;
}

#endif
#endif
