package eu.rempart.bench.edge;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One line of a table: what something costs, us and the baseline, in each round. */
final class Row {

  private final String what;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> baseline = new ArrayList<>();

  Row(String what) {
    this.what = what;
  }

  /** In seconds. */
  void ours(double seconds) {
    ours.add(seconds);
  }

  /** In seconds. */
  void baseline(double seconds) {
    baseline.add(seconds);
  }

  double ours() {
    return median(ours);
  }

  double baseline() {
    return median(baseline);
  }

  /** Of each round, since the machine is not the same in all. */
  double ratio() {
    return median(
        IntStream.range(0, ours.size())
            .mapToObj(round -> ours.get(round) / baseline.get(round))
            .toList());
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Ours beside the baseline. */
  static void print(PrintStream out, Row... rows) {
    out.printf(
        Locale.ROOT,
        "%-38s %8s %10s %10s%n",
        "microseconds of processor time",
        "ratio",
        "edge",
        "nginx");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-38s %8.2f %10.0f %10.0f%n",
          row.what,
          row.ratio(),
          1e6 * row.ours(),
          1e6 * row.baseline());
    }
  }

  /** What something costs beside a full handshake. */
  static void printShares(PrintStream out, Row whole, Row... rows) {
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-38s %7.2f%% %10.1f%n",
          row.what,
          100 * row.ours() / whole.ours(),
          1e6 * row.ours());
    }
  }

  @Override
  public String toString() {
    return what;
  }
}
