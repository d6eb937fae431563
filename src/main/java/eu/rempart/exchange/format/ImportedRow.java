package eu.rempart.exchange.format;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.exchange.format.ProblemCode.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, or one card.
 *
 * @param number as a spreadsheet counts: the first row, header included, is 1; cards count from 1
 * @param cells as in the file, for the error file; without cells over the limit
 * @param person null when the row is not about a person
 * @param companies the person's companies, the company that the row is about, or that of its deal
 * @param deal null when the row is not about a deal
 * @param activity null when the row is not about an activity
 * @param problems in the order of columns
 */
public record ImportedRow(
    long number,
    List<String> cells,
    @Nullable ImportedPerson person,
    List<ImportedLink> companies,
    @Nullable ImportedDeal deal,
    @Nullable ImportedActivity activity,
    List<RowProblem> problems) {

  /** A row about people and companies, or about nothing. */
  public ImportedRow(
      long number,
      List<String> cells,
      @Nullable ImportedPerson person,
      List<ImportedLink> companies,
      List<RowProblem> problems) {
    this(number, cells, person, companies, null, null, problems);
  }

  /** Whether something of it is to be imported. */
  public boolean imported() {
    return problems.stream().allMatch(p -> p.code().severity() == Severity.NOTE);
  }

  /** Whether it belongs into the error file. */
  public boolean refused() {
    return problems.stream().anyMatch(p -> p.code().severity() == Severity.REFUSED);
  }

  /** The same with one more problem of the whole row. */
  public ImportedRow with(ProblemCode code) {
    return with(List.of(RowProblem.of(number, code)));
  }

  /** The same, refused for a value that can't be kept. */
  public ImportedRow with(InvalidFieldException e) {
    return with(List.of(RowProblem.refused(number, e)));
  }

  /** The same with these problems besides. */
  public ImportedRow with(List<RowProblem> found) {
    if (found.isEmpty()) {
      return this;
    }
    List<RowProblem> more = new ArrayList<>(problems);
    more.addAll(found);
    return new ImportedRow(number, cells, person, companies, deal, activity, List.copyOf(more));
  }

  /** Those of the organisation's own fields that it has values of. */
  public Set<UUID> ownFields() {
    Set<UUID> fields = new HashSet<>();
    if (person != null) {
      fields.addAll(person.custom().byId().keySet());
    }
    if (deal != null) {
      fields.addAll(deal.custom().byId().keySet());
    }
    if (activity != null) {
      fields.addAll(activity.custom().byId().keySet());
    }
    companies.forEach(link -> fields.addAll(link.company().custom().byId().keySet()));
    return fields;
  }

  @Override
  public String toString() {
    return "ImportedRow[" + number + ", hidden]";
  }
}
