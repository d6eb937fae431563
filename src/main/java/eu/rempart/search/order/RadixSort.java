package eu.rempart.search.order;

/**
 * Sorts documents by a number each, byte by byte, stable, skipping bytes that are the same
 * everywhere.
 */
final class RadixSort {

  private RadixSort() {}

  /**
   * All documents: those that have a key in the order of their keys, then the others. Equal ones
   * keep their order.
   */
  static int[] order(long[] keys, boolean[] missing, int present) {
    int size = keys.length;
    int[] order = new int[size];
    int filled = 0;
    int rest = present;
    for (int doc = 0; doc < size; doc++) {
      if (missing[doc]) {
        order[rest++] = doc;
      } else {
        order[filled++] = doc;
      }
    }
    int[] from = order;
    int[] to = new int[size];
    System.arraycopy(order, present, to, present, size - present);
    for (int shift = 0; shift < Long.SIZE; shift += 8) {
      if (pass(keys, from, to, present, shift)) {
        int[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  private static boolean pass(long[] keys, int[] from, int[] to, int present, int shift) {
    int[] starts = new int[257];
    for (int i = 0; i < present; i++) {
      starts[digit(keys[from[i]], shift) + 1]++;
    }
    for (int digit = 0; digit < 256; digit++) {
      if (starts[digit + 1] == present) {
        return false;
      }
      starts[digit + 1] += starts[digit];
    }
    for (int i = 0; i < present; i++) {
      int doc = from[i];
      to[starts[digit(keys[doc], shift)]++] = doc;
    }
    return true;
  }

  private static int digit(long key, int shift) {
    return (int) ((key ^ Long.MIN_VALUE) >>> shift) & 0xFF;
  }
}
