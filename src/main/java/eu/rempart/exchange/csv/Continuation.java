package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Odoo writes a record with several tags or people over several rows and leaves the record's own
 * cells empty in all but the first. Such a row gets the company's cells of the row above it; if it
 * brings nothing of its own, it is skipped.
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

  /** Whether the row has nothing of its own; fills in what the row above has. */
  boolean isEmpty(List<String> values, Problems problems) {
    if (above.isEmpty() || keys.stream().anyMatch(i -> !values.get(i).isBlank())) {
      above = List.copyOf(values);
      return false;
    }
    if (children.stream().allMatch(i -> values.get(i).isBlank())) {
      problems.add(ProblemCode.CONTINUATION);
      return true;
    }
    own.forEach(i -> values.set(i, above.get(i)));
    return false;
  }
}
