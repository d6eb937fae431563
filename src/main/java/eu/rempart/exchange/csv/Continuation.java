package eu.rempart.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Odoo writes a record with several tags or people over several rows and leaves the record's own
 * cells empty in all but the first. A row about one more person gets the company's cells of the row
 * above it; what any other one has is added to that row.
 */
final class Continuation {

  private static final List<Field> KEYS =
      List.of(
          Field.FULL_NAME,
          Field.FIRST_NAME,
          Field.LAST_NAME,
          Field.EXTERNAL_ID,
          Field.COMPANY_NAME,
          Field.COMPANY_EXTERNAL_ID,
          Field.EMAIL);

  private final List<Integer> keys = new ArrayList<>();
  private final List<Integer> own = new ArrayList<>();
  private final List<Integer> children = new ArrayList<>();
  private List<String> above = List.of();

  Continuation(List<String> headers, Mapping mapping) {
    for (var i = 0; i < headers.size(); i++) {
      if (Proposal.isChild(headers.get(i))) {
        children.add(i);
      } else {
        own.add(i);
        if (KEYS.contains(mapping.target(i).field())) {
          keys.add(i);
        }
      }
    }
  }

  /** Whether the row only adds to the one above it: further tags, for example. */
  boolean continues(List<String> values) {
    return !above.isEmpty() && isBlank(keys, values) && isBlank(children, values);
  }

  /** Adds what a further row has to the cells of the row that it continues. */
  void add(List<String> further, List<String> values) {
    for (var i : own) {
      var more = further.get(i).strip();
      var there = values.get(i).strip();
      if (!more.isEmpty() && !there.equals(more)) {
        values.set(i, there.isEmpty() ? more : there + ", " + more);
      }
    }
    above = List.copyOf(values);
  }

  /** Gives a row about one more person the company's cells of the row above it. */
  void fill(List<String> values) {
    if (above.isEmpty() || !isBlank(keys, values)) {
      above = List.copyOf(values);
    } else {
      own.forEach(i -> values.set(i, above.get(i)));
    }
  }

  private static boolean isBlank(List<Integer> columns, List<String> values) {
    return columns.stream().allMatch(i -> values.get(i).isBlank());
  }
}
