package eu.rempart.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A strict reader of both text formats, written from their specifications: every line is a comment
 * of a known kind or a sample, every family has one type and stands in one piece, no sample comes
 * twice.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
final class Exposition {

  /** One number. */
  record Sample(String name, Map<String, String> labels, double value) {}

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern COMMENT = Pattern.compile("# (TYPE|HELP|UNIT) (" + NAME + ") ?(.*)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\S+)( \\d+(\\.\\d+)?)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
  private static final Set<String> TYPES =
      Set.of("counter", "gauge", "histogram", "summary", "info", "stateset", "unknown", "untyped");

  final Map<String, String> types = new LinkedHashMap<>();
  final List<Sample> samples = new ArrayList<>();

  /**
   * Reads a text.
   *
   * @param open whether it is OpenMetrics, which ends with a mark
   */
  static Exposition read(String text, boolean open) {
    assertThat(text).endsWith(open ? "# EOF\n" : "\n").doesNotContain("\r");
    Exposition read = new Exposition();
    Set<String> seen = new HashSet<>();
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() || (open && line.equals("# EOF"))) {
        continue;
      }
      if (line.startsWith("#")) {
        read.comment(line);
      } else {
        assertThat(seen.add(line.substring(0, line.lastIndexOf(' ')))).as(line).isTrue();
        read.sample(line);
      }
    }
    return read;
  }

  private void comment(String line) {
    Matcher comment = COMMENT.matcher(line);
    assertThat(comment.matches()).as(line).isTrue();
    if (comment.group(1).equals("TYPE")) {
      assertThat(TYPES).as(line).contains(comment.group(3));
      assertThat(types.put(comment.group(2), comment.group(3))).as(line).isNull();
    }
  }

  private void sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as(line).isTrue();
    Map<String, String> labels = new HashMap<>();
    String inside = sample.group(2) == null ? "" : sample.group(2);
    Matcher label = LABEL.matcher(inside);
    int end = 0;
    while (label.find() && label.start() == end) {
      assertThat(labels.put(label.group(1), label.group(2))).as(line).isNull();
      end = label.end();
    }
    assertThat(end).as(line).isEqualTo(inside.length());
    String number = sample.group(3);
    double value =
        switch (number) {
          case "+Inf" -> Double.POSITIVE_INFINITY;
          case "-Inf" -> Double.NEGATIVE_INFINITY;
          default -> Double.parseDouble(number);
        };
    String name = sample.group(1);
    assertThat(types.keySet()).as(line).anyMatch(family -> belongs(name, family));
    samples.add(new Sample(name, Map.copyOf(labels), value));
  }

  private static boolean belongs(String name, String family) {
    return name.equals(family)
        || (name.startsWith(family)
            && Set.of("_total", "_bucket", "_sum", "_count", "_info", "_created")
                .contains(name.substring(family.length())));
  }

  Set<String> names() {
    return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The one with these labels, and perhaps others. */
  double value(String name, String... labels) {
    List<Sample> found =
        samples.stream()
            .filter(sample -> sample.name().equals(name))
            .filter(sample -> fits(sample.labels(), labels))
            .toList();
    assertThat(found).as(name + " " + List.of(labels)).hasSize(1);
    return found.getFirst().value();
  }

  private static boolean fits(Map<String, String> labels, String... wanted) {
    for (int i = 0; i < wanted.length; i += 2) {
      if (!wanted[i + 1].equals(labels.get(wanted[i]))) {
        return false;
      }
    }
    return true;
  }
}
