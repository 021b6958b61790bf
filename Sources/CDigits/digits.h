// Numbers of at most eight bytes, four at a time: the vector instructions of x86-64.
//
// Header only, like the other one: Swift has no way to ask for AVX2 in one function and not in the whole
// program. `ShortNumbers` says what is a number; this finds the same.
#ifndef EMPREINTE_DIGITS_H
#define EMPREINTE_DIGITS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>

// Cells of one column: that of a row lies from starts[row * columns] + bias to ends[row * columns] - cut.
typedef struct {
  const uint8_t *bytes;
  const int32_t *starts;
  const int32_t *ends;
  ptrdiff_t columns;
  int32_t bias;
  int32_t cut;
} empreinte_cells;

// The numbers in millionths, -1 where a cell holds none that is short; room for a multiple of four.
__attribute__((target("avx2"))) static inline void empreinte_millionths_avx2(
    empreinte_cells cells, ptrdiff_t count, uint8_t mark, int64_t *numbers) {
  const __m256i zero = _mm256_setzero_si256(), ones = _mm256_set1_epi8(-1);
  const __m256i digit = _mm256_set1_epi8('0'), nine = _mm256_set1_epi8(9);
  const __m256i marks = _mm256_set1_epi8((char)(mark ^ '0'));
  const __m256i one = _mm256_set1_epi64x(1), eight = _mm256_set1_epi64x(8);
  const __m256i first = _mm256_set1_epi8(1);
  // Millionths in the last digit, by the place of the mark; the first one where there is none.
  const __m256i powers = _mm256_setr_epi32(1000000, 1, 10, 100, 1000, 10000, 100000, 0);
  const __m128i edges = _mm_set1_epi32(cells.bias + cells.cut);
  for (ptrdiff_t row = 0; row < count; row += 4) {
    // Where there are less than four, the last one comes again.
    const ptrdiff_t left = count - row - 1, at0 = row * cells.columns;
    const ptrdiff_t at1 = at0 + (left > 0 ? cells.columns : 0);
    const ptrdiff_t at2 = at1 + (left > 1 ? cells.columns : 0);
    const ptrdiff_t at3 = at2 + (left > 2 ? cells.columns : 0);
    const int32_t *s = cells.starts, *e = cells.ends;
    const uint8_t *last = cells.bytes - cells.cut - 8;
#define EMPREINTE_LAST(lane) (*(const int64_t_unaligned *)(last + e[at##lane]))
    typedef int64_t int64_t_unaligned __attribute__((aligned(1), may_alias));
    const __m256i words = _mm256_setr_epi64x(EMPREINTE_LAST(0), EMPREINTE_LAST(1),
                                             EMPREINTE_LAST(2), EMPREINTE_LAST(3));
#undef EMPREINTE_LAST
    const __m128i ends = _mm_setr_epi32(e[at0], e[at1], e[at2], e[at3]);
    const __m128i starts = _mm_setr_epi32(s[at0], s[at1], s[at2], s[at3]);
    const __m256i length =
        _mm256_cvtepi32_epi64(_mm_sub_epi32(_mm_sub_epi32(ends, starts), edges));
    // What is before the cell is no digit, and does no harm.
    const __m256i unused = _mm256_slli_epi64(_mm256_sub_epi64(eight, length), 3);
    const __m256i kept = _mm256_sllv_epi64(ones, unused);
    const __m256i text = _mm256_and_si256(_mm256_xor_si256(words, digit), kept);
    // The lowest bit of the first mark; what is before the mark moves up by a byte.
    const __m256i found = _mm256_cmpeq_epi8(text, marks);
    const __m256i low = _mm256_and_si256(found, _mm256_sub_epi64(zero, found));
    const __m256i below = _mm256_sub_epi64(low, one);
    const __m256i above = _mm256_sub_epi64(zero, _mm256_slli_epi64(low, 8));
    const __m256i moved =
        _mm256_or_si256(_mm256_and_si256(text, above),
                        _mm256_slli_epi64(_mm256_and_si256(text, below), 8));
    const __m256i whole = _mm256_cmpeq_epi64(found, zero);
    const __m256i digits = _mm256_blendv_epi8(moved, text, whole);
    // Each byte must be 0 to 9, and a mark stands between digits.
    const __m256i good = _mm256_cmpeq_epi64(_mm256_subs_epu8(digits, nine), zero);
    __m256i bad = _mm256_cmpgt_epi64(zero, found);
    bad = _mm256_or_si256(bad, _mm256_cmpeq_epi64(_mm256_and_si256(below, kept), zero));
    bad = _mm256_or_si256(bad, _mm256_cmpgt_epi64(length, eight));
    // Pairs of digits, then fours, then all eight.
    const __m256i pairs = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A));
    const __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
    const __m256i value = _mm256_add_epi64(_mm256_mul_epu32(fours, _mm256_set1_epi64x(10000)),
                                           _mm256_srli_epi64(fours, 32));
    const __m256i place = _mm256_sad_epu8(_mm256_and_si256(below, first), zero);
    const __m256i number =
        _mm256_mul_epu32(value, _mm256_permutevar8x32_epi32(powers, place));
    const __m256i refused = _mm256_or_si256(bad, _mm256_xor_si256(good, ones));
    _mm256_storeu_si256((__m256i *)(numbers + row), _mm256_or_si256(number, refused));
  }
}

// 1 when this processor and its system support AVX2.
static inline int empreinte_digits_width(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}

#endif
#endif
