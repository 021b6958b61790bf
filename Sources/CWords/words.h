// Known words in many rows at once: the vector instructions of x86-64.
//
// Header only, like the other two: Swift has no way to ask for AVX2 or AVX-512 in one function and not in the
// whole program. `CellWords` says what a word is, and looks words up in Swift elsewhere.
#ifndef EMPREINTE_WORDS_H
#define EMPREINTE_WORDS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>

// One column: the cell of row r lies from starts[r * columns] + bias to ends[r * columns] - cut.
typedef struct {
  const int32_t *starts;
  const int32_t *ends;
  int32_t bias;
  int32_t cut;
} empreinte_column;

// Rows, at most 64, and the two columns whose cells make a word; where there is no second one, its `starts` are
// its `ends`. No cell holds a zero; 64 bytes can be read from the start of each.
typedef struct {
  const uint8_t *bytes;
  ptrdiff_t columns;
  ptrdiff_t count;
  empreinte_column first;
  empreinte_column second;
} empreinte_rows;

// A word as `CellWords.Slot` has it: its cells with zeros behind, and the tag in the last byte. Which cells are
// too long shows in the last but one of each, which is a zero here.
typedef struct {
  uint8_t first[64];
  uint8_t second[32];
  int64_t value;
  int64_t others[3];
} empreinte_slot;

// The table: `index` holds the number of a slot for each place, 0 for none. Whether all words are where they are
// looked for first, and whether no first cell of those that are meant has more than 31 bytes.
typedef struct {
  const void *slots;
  const uint16_t *index;
  uint64_t seed;
  uint32_t mask;
  uint8_t tag;
  uint8_t isAtHome;
  uint8_t isShort;
} empreinte_table;

// As many ones as a cell has bytes, and zeros: from 64 - n on.
static const uint8_t empreinte_ones[128] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

#define EMPREINTE_WORDS_AVX2 __attribute__((target("avx2,bmi,bmi2,aes")))
#define EMPREINTE_WORDS_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,bmi,bmi2,aes,vaes")))

#define EMPREINTE_INLINE __attribute__((always_inline)) static inline

// Where a cell of a row starts, and how long it is. Of plain columns, a cell is all that lies between two places.
#define EMPREINTE_CELL(start, length, column)                                               \
  const ptrdiff_t start = isPlain ? (ptrdiff_t)ends[column##_at - 1] + 1                    \
                                  : (ptrdiff_t)rows->column.starts[at] + rows->column.bias; \
  const int32_t length = isPlain ? ends[column##_at] - (int32_t)start                       \
                                 : rows->column.ends[at] - rows->column.cut - (int32_t)start;

#define EMPREINTE_LENGTH(length, most) ((length) < (most) ? (length) : (most))

#define EMPREINTE_KEPT(text, ones)                              \
  _mm256_and_si256(_mm256_loadu_si256((const __m256i *)(text)), \
                   _mm256_loadu_si256((const __m256i *)(ones)))

// The rounds of AES mix well, and cost little. `mixed` are the first two, of which the second one puts both halves
// of a word together. Nothing is put together by an exclusive or of two alike: of halves that are the same, as in
// a row of dashes, nothing would be left.
#define EMPREINTE_PLACE(mixed, seeds)                                         \
  ((uint32_t)_mm_cvtsi128_si32(_mm_aesenc_si128(_mm_aesenc_si128(mixed, seeds), seeds)))
#define EMPREINTE_MIXED(half, second)                                                        \
  _mm_aesenc_si128(                                                                          \
      _mm_aesenc_si128(_mm256_castsi256_si128(half), _mm256_castsi256_si128(second)),        \
      _mm_aesenc_si128(_mm256_extracti128_si256(half, 1), _mm256_extracti128_si256(second, 1)))

// Where a word is looked for, before `mask` is applied.
EMPREINTE_WORDS_AVX2 static inline uint32_t empreinte_place(
    const void *first, const void *second, uint64_t seed) {
  const __m256i *parts = (const __m256i *)first;
  const __m256i half =
      _mm256_sub_epi64(_mm256_loadu_si256(parts), _mm256_loadu_si256(parts + 1));
  const __m256i rest = _mm256_loadu_si256((const __m256i *)second);
  return EMPREINTE_PLACE(EMPREINTE_MIXED(half, rest), _mm_set1_epi64x((long long)seed));
}

// True where the cells of the second column are those of none.
EMPREINTE_INLINE int empreinte_is_alone(const empreinte_rows *rows) {
  return rows->second.starts == rows->second.ends;
}

// True where a cell is all that lies between two places of one list.
EMPREINTE_INLINE int empreinte_is_plain(empreinte_column column) {
  return column.bias == 1 && column.cut == 0 && column.starts == column.ends - 1;
}

// True where rows may be looked at by the loops that tell whether all their words are known.
EMPREINTE_INLINE int empreinte_is_simple(const empreinte_rows *rows, const empreinte_table *table) {
  if (!table->isAtHome) return 0;
  if (!empreinte_is_alone(rows))
    return empreinte_is_plain(rows->first) && empreinte_is_plain(rows->second);
  return rows->first.bias == 1 && rows->first.cut == 0;
}

// All rows, a bit each.
EMPREINTE_INLINE uint64_t empreinte_all(const empreinte_rows *rows) {
  return ~0ull >> (64 - rows->count);
}

// A cell as above, in simple rows: `from` and `to` are where it is told from where to where it lies.
#define EMPREINTE_SIMPLE_CELL(start, length, from, to) \
  const ptrdiff_t start = (ptrdiff_t)ends[from] + 1;    \
  const int32_t length = ends[to] - (int32_t)start;     \
  all |= (uint32_t)length;

// Sets what is read in simple rows.
#define EMPREINTE_SIMPLE_ROWS                                                           \
  const int32_t *ends = rows->first.starts;                                             \
  const uint8_t *bytes = rows->bytes;                                                   \
  const ptrdiff_t count = rows->count, columns = rows->columns;                         \
  const ptrdiff_t first_to = isAlone ? rows->first.ends - ends : 1;                     \
  const ptrdiff_t second_from = isAlone ? 0 : rows->second.starts - ends;               \
  (void)second_from;

// Sets what is read in plain rows; `at` is where the cells of the others are.
#define EMPREINTE_PLAIN_ROWS                                  \
  const int32_t *ends = rows->first.ends;                     \
  const uint8_t *bytes = rows->bytes;                         \
  const ptrdiff_t count = rows->count, first_at = 0,          \
                  second_at = rows->second.ends - rows->first.ends, columns = rows->columns; \
  (void)second_at;

// Sets what is asked of the table at every row, and where lengths are put together.
#define EMPREINTE_KNOWN                                                                     \
  const __m128i seeds = _mm_set1_epi64x((long long)table->seed);                            \
  const __m256i tag = _mm256_insert_epi8(_mm256_setzero_si256(), (char)table->tag, 31);     \
  const empreinte_slot *slots = (const empreinte_slot *)table->slots;                       \
  const uint16_t *index = table->index;                                                     \
  const uint32_t mask = table->mask;                                                        \
  uint32_t all = 0;

// Most rows are of words that are known, and in most tables each is where it is looked for first: whether all
// are is told faster than which.
EMPREINTE_INLINE EMPREINTE_WORDS_AVX512 uint64_t empreinte_simple_512(
    const empreinte_rows *rows, const empreinte_table *table, int64_t *values, int isAlone,
    int isShort) {
  EMPREINTE_KNOWN
  EMPREINTE_SIMPLE_ROWS
  __m512i others = _mm512_setzero_si512();
  __m256i rest = _mm256_setzero_si256();
  for (ptrdiff_t row = 0; row < count; row++, ends += columns) {
    EMPREINTE_SIMPLE_CELL(first_start, first_length, 0, first_to)
    __m512i first;
    __m256i half, second = tag;
    if (isShort) {
      half = _mm256_maskz_loadu_epi8(_bzhi_u32(~0u, (unsigned)first_length), bytes + first_start);
    } else {
      first = _mm512_maskz_loadu_epi8(_bzhi_u64(~0ull, (unsigned)first_length), bytes + first_start);
      half = _mm256_sub_epi64(_mm512_castsi512_si256(first), _mm512_extracti64x4_epi64(first, 1));
    }
    if (!isAlone) {
      EMPREINTE_SIMPLE_CELL(second_start, second_length, second_from, second_from + 1)
      second = _mm256_mask_loadu_epi8(
          tag, _bzhi_u32(~0u, (unsigned)second_length), bytes + second_start);
    }
    const __m256i round = _mm256_aesenc_epi128(half, second);
    const __m128i mixed =
        _mm_aesenc_si128(_mm256_castsi256_si128(round), _mm256_extracti128_si256(round, 1));
    const empreinte_slot *slot = slots + index[EMPREINTE_PLACE(mixed, seeds) & mask];
    values[row] = slot->value;
    // others | (one ^ the other)
    const __m256i *there = (const __m256i *)slot;
    if (isShort)
      rest = _mm256_ternarylogic_epi64(rest, half, _mm256_loadu_si256(there), 0xF6);
    else
      others = _mm512_ternarylogic_epi64(others, first, _mm512_loadu_si512(slot->first), 0xF6);
    rest = _mm256_ternarylogic_epi64(rest, second, _mm256_loadu_si256(there + 2), 0xF6);
  }
  // The instruction knows lengths up to 255 only.
  const int isAny = all > 255 || _mm512_test_epi64_mask(others, others) ||
                    _mm256_test_epi64_mask(rest, rest);
  return isAny ? 0 : empreinte_all(rows);
}

// All lengths together are a number that says whether one was too long for a plain loop: it is for the other
// one then.
EMPREINTE_INLINE EMPREINTE_WORDS_AVX512 uint64_t empreinte_words_512(
    const empreinte_rows *rows, const empreinte_table *table, int64_t *values, int isPlain,
    uint32_t *lengths) {
  EMPREINTE_KNOWN
  // Not 0 for a row whose word is another one.
  uint8_t differs[64] __attribute__((aligned(64)));
  EMPREINTE_PLAIN_ROWS
  for (ptrdiff_t row = 0, at = 0; row < count; row++, at += columns, ends += columns) {
    EMPREINTE_CELL(first_start, first_length, first)
    EMPREINTE_CELL(second_start, second_length, second)
    all |= (uint32_t)(first_length | second_length);
    // The instruction knows lengths up to 255 only.
    const __m512i first = _mm512_maskz_loadu_epi8(
        _bzhi_u64(~0ull, (unsigned)(isPlain ? first_length : EMPREINTE_LENGTH(first_length, 255))),
        bytes + first_start);
    const __m256i second = _mm256_mask_loadu_epi8(
        tag,
        _bzhi_u32(~0u, (unsigned)(isPlain ? second_length : EMPREINTE_LENGTH(second_length, 255))),
        bytes + second_start);
    const __m256i half =
        _mm256_sub_epi64(_mm512_castsi512_si256(first), _mm512_extracti64x4_epi64(first, 1));
    const __m256i round = _mm256_aesenc_epi128(half, second);
    const __m128i mixed =
        _mm_aesenc_si128(_mm256_castsi256_si128(round), _mm256_extracti128_si256(round, 1));
    const empreinte_slot *slot = slots + index[EMPREINTE_PLACE(mixed, seeds) & mask];
    const __m512i difference = _mm512_or_si512(
        _mm512_xor_si512(first, _mm512_loadu_si512(slot->first)),
        _mm512_zextsi256_si512(
            _mm256_xor_si256(second, _mm256_loadu_si256((const __m256i *)slot->second))));
    differs[row] = (uint8_t)_mm512_test_epi64_mask(difference, difference);
    values[row] = slot->value;
  }
  *lengths = all;
  const __m512i some = _mm512_load_si512(differs);
  return _mm512_testn_epi8_mask(some, some) & _bzhi_u64(~0ull, (unsigned)count);
}

// Returns all simple rows, where the words of all are known.
#define EMPREINTE_SIMPLE(bits)                                                              \
  if (empreinte_is_simple(rows, table)) {                                                   \
    const uint64_t known = !empreinte_is_alone(rows)                                        \
                               ? table->isShort                                             \
                                     ? empreinte_simple_##bits(rows, table, values, 0, 1)   \
                                     : empreinte_simple_##bits(rows, table, values, 0, 0)   \
                           : table->isShort                                                 \
                               ? empreinte_simple_##bits(rows, table, values, 1, 1)         \
                               : empreinte_simple_##bits(rows, table, values, 1, 0);        \
    if (known) return known;                                                                \
  }

// What the words of rows mean, where each is looked for first, and a bit for each that is there.
EMPREINTE_WORDS_AVX512 static inline uint64_t empreinte_words_avx512(
    const empreinte_rows *rows, const empreinte_table *table, int64_t *values) {
  EMPREINTE_SIMPLE(512)
  uint32_t lengths = ~0u;
  uint64_t found = 0;
  if (empreinte_is_plain(rows->first) && empreinte_is_plain(rows->second))
    found = empreinte_words_512(rows, table, values, 1, &lengths);
  return lengths < 256 ? found : empreinte_words_512(rows, table, values, 0, &lengths);
}

EMPREINTE_INLINE EMPREINTE_WORDS_AVX2 uint64_t empreinte_simple_256(
    const empreinte_rows *rows, const empreinte_table *table, int64_t *values, int isAlone,
    int isShort) {
  EMPREINTE_KNOWN
  EMPREINTE_SIMPLE_ROWS
  __m256i others = _mm256_setzero_si256();
  for (ptrdiff_t row = 0; row < count; row++, ends += columns) {
    EMPREINTE_SIMPLE_CELL(first_start, first_length, 0, first_to)
    const uint8_t *ones = empreinte_ones + 64 - (first_length & 63);
    const __m256i low = EMPREINTE_KEPT(bytes + first_start, ones);
    __m256i high, half = low, second = tag;
    if (!isShort) {
      high = EMPREINTE_KEPT(bytes + first_start + 32, ones + 32);
      half = _mm256_sub_epi64(low, high);
    }
    if (!isAlone) {
      EMPREINTE_SIMPLE_CELL(second_start, second_length, second_from, second_from + 1)
      ones = empreinte_ones + 64 - (second_length & 63);
      second = _mm256_or_si256(EMPREINTE_KEPT(bytes + second_start, ones), tag);
    }
    const empreinte_slot *slot =
        slots + index[EMPREINTE_PLACE(EMPREINTE_MIXED(half, second), seeds) & mask];
    values[row] = slot->value;
    const __m256i *there = (const __m256i *)slot;
    others = _mm256_or_si256(others, _mm256_xor_si256(low, _mm256_loadu_si256(there)));
    if (!isShort)
      others = _mm256_or_si256(others, _mm256_xor_si256(high, _mm256_loadu_si256(there + 1)));
    others = _mm256_or_si256(others, _mm256_xor_si256(second, _mm256_loadu_si256(there + 2)));
  }
  return all > 63 || !_mm256_testz_si256(others, others) ? 0 : empreinte_all(rows);
}

EMPREINTE_INLINE EMPREINTE_WORDS_AVX2 uint64_t empreinte_words_256(
    const empreinte_rows *rows, const empreinte_table *table, int64_t *values, int isPlain,
    uint32_t *lengths) {
  EMPREINTE_KNOWN
  uint64_t found = 0;
  EMPREINTE_PLAIN_ROWS
  for (ptrdiff_t row = 0, at = 0; row < count; row++, at += columns, ends += columns) {
    EMPREINTE_CELL(first_start, first_length, first)
    EMPREINTE_CELL(second_start, second_length, second)
    all |= (uint32_t)(first_length | second_length);
    const uint8_t *first_ones =
        empreinte_ones + 64 - (isPlain ? first_length & 63 : EMPREINTE_LENGTH(first_length, 64));
    const uint8_t *second_ones =
        empreinte_ones + 64 - (isPlain ? second_length & 63 : EMPREINTE_LENGTH(second_length, 64));
    const __m256i low = EMPREINTE_KEPT(bytes + first_start, first_ones);
    const __m256i high = EMPREINTE_KEPT(bytes + first_start + 32, first_ones + 32);
    const __m256i second =
        _mm256_or_si256(EMPREINTE_KEPT(bytes + second_start, second_ones), tag);
    const __m256i half = _mm256_sub_epi64(low, high);
    const empreinte_slot *slot =
        slots + index[EMPREINTE_PLACE(EMPREINTE_MIXED(half, second), seeds) & mask];
    const __m256i *there = (const __m256i *)slot;
    const __m256i difference =
        _mm256_or_si256(_mm256_or_si256(_mm256_xor_si256(low, _mm256_loadu_si256(there)),
                                        _mm256_xor_si256(high, _mm256_loadu_si256(there + 1))),
                        _mm256_xor_si256(second, _mm256_loadu_si256(there + 2)));
    values[row] = slot->value;
    found |= (uint64_t)_mm256_testz_si256(difference, difference) << row;
  }
  *lengths = all;
  return found;
}

EMPREINTE_WORDS_AVX2 static inline uint64_t empreinte_words_avx2(
    const empreinte_rows *rows, const empreinte_table *table, int64_t *values) {
  EMPREINTE_SIMPLE(256)
  uint32_t lengths = ~0u;
  uint64_t found = 0;
  if (empreinte_is_plain(rows->first) && empreinte_is_plain(rows->second))
    found = empreinte_words_256(rows, table, values, 1, &lengths);
  return lengths < 64 ? found : empreinte_words_256(rows, table, values, 0, &lengths);
}

// Of plain cells the byte behind them is looked at instead of their lengths: no other ends there.
EMPREINTE_INLINE EMPREINTE_WORDS_AVX2 ptrdiff_t empreinte_alike_256(
    const empreinte_rows *rows, ptrdiff_t row, int isPlain) {
  EMPREINTE_PLAIN_ROWS
  ptrdiff_t at = row * columns;
  ends += at;
  EMPREINTE_CELL(start, length, first)
  if (length > 31) return 1;
  const uint8_t *ones = empreinte_ones + 64 - length - isPlain;
  const __m256i kept = _mm256_loadu_si256((const __m256i *)ones);
  const __m256i wanted = EMPREINTE_KEPT(bytes + start, ones);
  // From the first row on all of them at once, because most files are sorted by day; one by one where they are
  // not all alike, which is not tried again at every row.
  for (int isExact = row > 0; isExact < 2; isExact++) {
    __m256i others = _mm256_setzero_si256();
    int32_t lengths = 0;
    ptrdiff_t next = row + 1;
    ends = rows->first.ends + row * columns;
    at = row * columns;
    for (; next < count; next++) {
      at += columns;
      ends += columns;
      EMPREINTE_CELL(other, other_length, first)
      others = _mm256_or_si256(
          others,
          _mm256_xor_si256(wanted, _mm256_loadu_si256((const __m256i *)(bytes + other))));
      if (!isPlain) lengths |= length ^ other_length;
      if (isExact && (lengths || !_mm256_testz_si256(others, kept))) return next - row;
    }
    if (!lengths && _mm256_testz_si256(others, kept)) return count - row;
  }
  return 1;
}

// How many cells of the first column, from a row on, have the bytes of its own; 1 where these are more than 31.
EMPREINTE_WORDS_AVX2 static inline ptrdiff_t empreinte_alike_avx2(
    const empreinte_rows *rows, ptrdiff_t row) {
  return empreinte_is_plain(rows->first) ? empreinte_alike_256(rows, row, 1)
                                         : empreinte_alike_256(rows, row, 0);
}

// A bit for each value that is not the one behind it; that of the last one means nothing. Four values behind it
// can be read.
EMPREINTE_WORDS_AVX2 static inline uint64_t empreinte_changes_avx2(
    const int64_t *values, ptrdiff_t count) {
  uint64_t changes = 0;
  for (ptrdiff_t row = 0; row < count; row += 4) {
    const __m256i same =
        _mm256_cmpeq_epi64(_mm256_loadu_si256((const __m256i *)(values + row)),
                           _mm256_loadu_si256((const __m256i *)(values + row + 1)));
    changes |= (uint64_t)(uint32_t)(~_mm256_movemask_pd(_mm256_castsi256_pd(same)) & 15) << row;
  }
  return changes;
}

// 2 where this processor and its system support AVX-512 and AES as far as needed, 1 for AVX2 and AES, 0 for neither.
static inline int empreinte_words_width(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2") ||
      !__builtin_cpu_supports("aes") || !__builtin_cpu_supports("avx2"))
    return 0;
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                 __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                 __builtin_cpu_supports("vaes")
             ? 2
             : 1;
}

#endif
#endif
