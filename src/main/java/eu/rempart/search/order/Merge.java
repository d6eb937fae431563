package eu.rempart.search.order;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One order out of the orders of several segments, entered at any place without walking up to it.
 */
final class Merge {

  private Merge() {}

  /** Up to {@code limit} entries from the {@code offset}th on. */
  static List<Entry> window(List<? extends Run> runs, int offset, int limit) {
    int[] starts = split(runs, offset);
    PriorityQueue<Head> heads = new PriorityQueue<>();
    for (int i = 0; i < starts.length; i++) {
      Head.push(heads, runs.get(i), starts[i]);
    }
    List<Entry> window = new ArrayList<>(Math.min(limit, 1_000));
    while (window.size() < limit && !heads.isEmpty()) {
      Head head = heads.remove();
      window.add(head.entry);
      Head.push(heads, head.run, head.index + 1);
    }
    return window;
  }

  /**
   * How many of each run are among the first {@code offset} of all. Takes the longest run, finds by
   * bisection the first of its entries that is not among them, and goes on with the other runs and
   * what remains of the offset.
   */
  static int[] split(List<? extends Run> runs, int offset) {
    int[] starts = new int[runs.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      open.add(i);
    }
    open.sort((a, b) -> Integer.compare(runs.get(b).size(), runs.get(a).size()));
    int rest = offset;
    for (int at = 0; at < open.size() && rest > 0; at++) {
      Run longest = runs.get(open.get(at));
      List<Run> others = open.subList(at + 1, open.size()).stream().<Run>map(runs::get).toList();
      int start = firstNotBefore(longest, others, rest);
      starts[open.get(at)] = start;
      rest -= start;
    }
    return starts;
  }

  private static int firstNotBefore(Run run, List<Run> others, int offset) {
    int low = (int) Math.max(0, offset - Run.sizeOf(others));
    int high = Math.min(run.size(), offset);
    low = Math.min(low, high);
    while (low < high) {
      int middle = (low + high) >>> 1;
      Entry entry = run.at(middle);
      long before = middle;
      for (Run other : others) {
        before += other.countBefore(entry);
      }
      if (before < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private record Head(Run run, int index, Entry entry) implements Comparable<Head> {
    static void push(PriorityQueue<Head> heads, Run run, int index) {
      if (index < run.size()) {
        heads.add(new Head(run, index, run.at(index)));
      }
    }

    @Override
    public int compareTo(Head other) {
      return entry.compareTo(other.entry);
    }
  }
}
