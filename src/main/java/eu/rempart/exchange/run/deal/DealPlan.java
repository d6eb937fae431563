package eu.rempart.exchange.run.deal;

import eu.rempart.common.Ids;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.NewDeal;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.Planner;
import eu.rempart.exchange.run.Sink;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.tag.TagId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What some hundred rows of deals come to, to be written at once: companies first. */
final class DealPlan implements Planner.Plan {

  final Map<TagId, String> newTags = new LinkedHashMap<>();
  final Map<CompanyId, CompanyData> newCompanies = new LinkedHashMap<>();
  final Map<DealId, NewDeal> newDeals = new LinkedHashMap<>();
  final Map<Deal, DealData> changes = new LinkedHashMap<>();
  final List<DealContact> newPeople = new ArrayList<>();
  private final List<Decided> decided = new ArrayList<>();

  /**
   * A row with what is to become of it.
   *
   * @param changed the deal that it changes
   */
  record Decided(ImportedRow row, Outcome outcome, @Nullable DealId changed) {

    /** A row further up is the same deal: what this one says of a product isn't lost unsaid. */
    static Decided twice(ImportedRow row, ImportedDeal deal) {
      boolean sells = !deal.lines().isEmpty();
      ImportedRow told = sells ? row.with(ProblemCode.PRODUCT_LEFT_OUT) : row;
      return new Decided(told, Outcome.TWICE_IN_FILE, null);
    }

    /** A row whose product was added to the row above: what became of that becomes of it. */
    static Decided further(ImportedRow row, ImportedDeal deal, Decided above) {
      List<ProblemCode> said = above.row().problems().stream().map(RowProblem::code).toList();
      Outcome outcome = above.outcome();
      if (!outcome.isWritten() && outcome != Outcome.UNCHANGED) {
        return outcome == Outcome.TWICE_IN_FILE
            ? twice(alone(row, List.of()), deal)
            : new Decided(alone(row, above.row().problems()), outcome, null);
      }
      if (said.contains(ProblemCode.FIELD_FIXED)) {
        // maybe that of the products: then nothing was added
        ImportedRow fixed = alone(row, List.of()).with(ProblemCode.FIELD_FIXED);
        return new Decided(fixed, Outcome.TWICE_IN_FILE, null);
      }
      return said.contains(ProblemCode.PRODUCTS_KEPT)
          ? twice(alone(row, List.of()), deal)
          : new Decided(row, Outcome.LEFT_OUT, null);
    }

    /** The row as one that continues none, with what the row above was refused for. */
    private static ImportedRow alone(ImportedRow row, List<RowProblem> above) {
      Stream<RowProblem> own =
          row.problems().stream().filter(problem -> problem.code() != ProblemCode.CONTINUATION);
      Stream<RowProblem> refused =
          above.stream()
              .filter(problem -> problem.code().severity() == ProblemCode.Severity.REFUSED)
              .map(it -> new RowProblem(row.number(), it.column(), it.columnName(), it.code()));
      return new ImportedRow(
          row.number(),
          row.cells(),
          row.person(),
          row.companies(),
          row.deal(),
          row.activity(),
          Stream.concat(own, refused).toList());
    }
  }

  void takesPart(DealId deal, ContactId contact) {
    newPeople.add(new DealContact(Ids.next(), 1, deal, contact, null));
  }

  void add(Decided row) {
    decided.add(row);
  }

  /** The tags that its deals carry. */
  Set<UUID> tags() {
    Set<UUID> carried = new HashSet<>();
    newDeals.values().forEach(deal -> carried.addAll(deal.data().tags()));
    changes.values().forEach(data -> carried.addAll(data.tags()));
    return carried;
  }

  @Override
  public List<RowResult> write(Sink sink) {
    if (!newTags.isEmpty()) {
      sink.createTags(newTags);
    }
    if (!newCompanies.isEmpty()) {
      sink.createCompanies(newCompanies);
    }
    if (!newDeals.isEmpty()) {
      sink.createDeals(newDeals);
    }
    Set<DealId> missed = changes.isEmpty() ? Set.of() : sink.updateDeals(changes);
    List<DealContact> people =
        newPeople.stream().filter(person -> !missed.contains(person.dealId())).toList();
    if (!people.isEmpty()) {
      sink.createDealPeople(people);
    }
    return decided.stream()
        .map(
            row ->
                new RowResult(
                    row.row(),
                    row.changed() != null && missed.contains(row.changed())
                        ? Outcome.CHANGED_MEANWHILE
                        : row.outcome(),
                    false))
        .toList();
  }
}
