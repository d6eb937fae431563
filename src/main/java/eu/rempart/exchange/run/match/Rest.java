package eu.rempart.exchange.run.match;

import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.NamedPerson;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is worth knowing of a row that became a record, and its texts that fit no field: they go
 * into the description.
 */
public final class Rest {

  private final Set<ProblemCode> notes = new LinkedHashSet<>(2);
  private final Set<String> texts = new LinkedHashSet<>(2);

  public void note(ProblemCode code) {
    notes.add(code);
  }

  /** Notes this, and keeps the text that it is about. */
  public void note(ProblemCode code, String text) {
    notes.add(code);
    keep(text);
  }

  public void keep(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts.add(text);
    }
  }

  /** The row, which tells what was noted. */
  public ImportedRow told(ImportedRow row) {
    return row.with(notes.stream().map(code -> RowProblem.of(row.number(), code)).toList());
  }

  /** The description with the texts below it. */
  public @Nullable String below(@Nullable String description) {
    String whole =
        Stream.concat(Stream.ofNullable(description), texts.stream())
            .collect(Collectors.joining("\n"));
    return whole.isBlank() ? null : whole;
  }

  /** What somebody is called who was not found. */
  public static String called(NamedPerson person) {
    return List.of(person.name(), person.email(), person.externalId()).stream()
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
