package eu.rempart.exchange.run.deal;

import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.NewDeal;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.NamedPerson;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.Doors;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.Planner;
import eu.rempart.exchange.run.match.FileFirms;
import eu.rempart.exchange.run.match.FileOwners;
import eu.rempart.exchange.run.match.FilePeople;
import eu.rempart.exchange.run.match.FileRows;
import eu.rempart.exchange.run.match.FileTags;
import eu.rempart.exchange.run.match.Rest;
import eu.rempart.exchange.run.result.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of the rows of a file of deals. For one file, on one thread. */
public final class DealPlanner implements Planner {

  private final Doors doors;
  private final MatchPolicy policy;
  private final FileFirms firms;
  private final FilePeople people;
  private final FileRows again = new FileRows();

  /** Deals of ours that rows further up meant. */
  private final Set<DealId> met = new HashSet<>();

  private DealPlan.@Nullable Decided above;
  private final Stages stages;
  private final DealReading reading;

  /**
   * Reads what pipelines there are.
   *
   * @throws eu.rempart.account.NotPermittedException if whoever imports may not read them
   */
  public DealPlanner(Doors doors, ImportSource source, MatchPolicy policy, ImportOptions options) {
    this.doors = doors;
    this.policy = policy;
    this.firms = new FileFirms(doors.companies(), doors.namedCompanies(), doors.rights(), source);
    this.people = new FilePeople(doors.contacts(), doors.namedContacts(), doors.links(), source);
    this.stages = new Stages(doors.pipelines().all(), options.otherStage());
    this.reading =
        new DealReading(
            source,
            new FileTags(doors.tags()::all),
            new FileOwners(doors.members()::all, doors.rights(), "deal"),
            doors.rights().fixed("deal"),
            doors.fields().fixed("deal"));
  }

  @Override
  public Plan plan(List<ImportedRow> rows) {
    List<DealReading.@Nullable Read> reads = new ArrayList<>();
    List<NamedPerson> named = new ArrayList<>();
    for (ImportedRow row : rows) {
      ImportedDeal deal = row.deal();
      if (deal == null || !row.imported()) {
        reads.add(null);
        continue;
      }
      reads.add(reading.read(deal));
      named.addAll(deal.people());
    }
    firms.seek(rows);
    KnownDeals known = known(rows, reads);
    FilePeople.Found found = people.find(named);
    DealPlan plan = new DealPlan();
    for (int i = 0; i < rows.size(); i++) {
      DealPlan.Decided decided = decide(rows.get(i), reads.get(i), known, found, plan);
      firms.settle(decided.outcome().isWritten());
      if (reads.get(i) != null) {
        above = decided;
      }
      plan.add(decided);
    }
    plan.newTags.putAll(reading.takeNewTags(plan.tags()));
    plan.newCompanies.putAll(firms.takeNew());
    return plan;
  }

  private KnownDeals known(List<ImportedRow> rows, List<DealReading.@Nullable Read> reads) {
    boolean none = policy == MatchPolicy.CREATE;
    List<DealData> data =
        none
            ? List.of()
            : reads.stream().filter(Objects::nonNull).map(DealReading.Read::data).toList();
    Set<CompanyId> likely = new HashSet<>();
    if (!none) {
      rows.forEach(
          row -> row.companies().forEach(link -> likely.addAll(firms.find(link.company()))));
    }
    return KnownDeals.read(
        data, likely, doors.deals(), doors.namedDeals(), doors.dealPeople(), doors.rights());
  }

  private DealPlan.Decided decide(
      ImportedRow row,
      DealReading.@Nullable Read read,
      KnownDeals known,
      FilePeople.Found found,
      DealPlan plan) {
    ImportedDeal deal = row.deal();
    if (deal == null || read == null) {
      return deal != null && above != null
          ? DealPlan.Decided.further(row, deal, above)
          : new DealPlan.Decided(row, row.refused() ? Outcome.REFUSED : Outcome.LEFT_OUT, null);
    }
    if (reading.isForbidden()) {
      return refused(row, ProblemCode.NOT_PERMITTED);
    }
    if (policy != MatchPolicy.CREATE && again.isAgain(read.data().externalId(), deal.apart())) {
      return DealPlan.Decided.twice(row, deal);
    }
    try {
      return decide(row, deal, read, known, found, plan);
    } catch (InvalidFieldException e) {
      return new DealPlan.Decided(row.with(e), Outcome.REFUSED, null);
    }
  }

  private DealPlan.Decided decide(
      ImportedRow row,
      ImportedDeal deal,
      DealReading.Read read,
      KnownDeals known,
      FilePeople.Found found,
      DealPlan plan) {
    List<CompanyId> likely = new ArrayList<>();
    row.companies().forEach(link -> likely.addAll(firms.find(link.company())));
    List<Deal> there = policy == MatchPolicy.CREATE ? List.of() : known.of(read.data(), likely);
    if (there.size() > 1) {
      return new DealPlan.Decided(row, Outcome.AMBIGUOUS, null);
    }
    Deal meant = there.isEmpty() ? null : there.getFirst();
    if (meant != null && policy == MatchPolicy.SKIP) {
      return new DealPlan.Decided(row, Outcome.EXISTS, null);
    }
    if (meant != null && !met.add(meant.id())) {
      return DealPlan.Decided.twice(row, deal);
    }
    Stages.Standing standing = stages.of(deal, meant);
    Stage stage = standing.stage();
    if (stage == null) {
      return refused(
          row, Objects.requireNonNullElse(standing.problem(), ProblemCode.STAGE_UNKNOWN));
    }
    return decide(new Work(row, deal, read, standing, stage, known, found, plan), meant, likely);
  }

  private static DealPlan.Decided refused(ImportedRow row, ProblemCode why) {
    return new DealPlan.Decided(row.with(why), Outcome.REFUSED, null);
  }

  /** One row, and what is known of it. */
  private record Work(
      ImportedRow row,
      ImportedDeal deal,
      DealReading.Read read,
      Stages.Standing standing,
      Stage stage,
      KnownDeals known,
      FilePeople.Found found,
      DealPlan plan) {}

  private DealPlan.Decided decide(Work work, @Nullable Deal there, List<CompanyId> likely) {
    Rest rest = work.read().rest();
    if (work.standing().problem() != null) {
      rest.note(work.standing().problem());
    }
    CompanyId company = company(work.row(), likely, rest);
    Set<ContactId> whom = whom(work, company, rest);
    DealData data = data(work, company, rest);
    ImportedRow told = rest.told(work.row());
    return there == null
        ? create(told, work, data, whom)
        : update(told, work, there, data, likely, whom);
  }

  private @Nullable CompanyId company(ImportedRow row, List<CompanyId> likely, Rest rest) {
    if (row.companies().isEmpty()) {
      return null;
    }
    if (reading.isFixed("company_id")) {
      rest.note(ProblemCode.FIELD_FIXED);
      return null;
    }
    if (!likely.isEmpty()) {
      return likely.getFirst();
    }
    var named = row.companies().getFirst().company();
    return firms
        .create(named)
        .orElseGet(
            () -> {
              rest.note(
                  ProblemCode.COMPANY_UNKNOWN,
                  named.name().isEmpty() ? named.externalId() : named.name());
              return null;
            });
  }

  private static Set<ContactId> whom(Work work, @Nullable CompanyId company, Rest rest) {
    Set<ContactId> whom = new LinkedHashSet<>();
    List<CompanyId> at = company == null ? List.of() : List.of(company);
    for (NamedPerson person : work.deal().people()) {
      List<ContactId> meant = work.found().of(person, at);
      if (meant.size() == 1) {
        whom.add(meant.getFirst());
      } else {
        rest.note(
            meant.isEmpty() ? ProblemCode.CONTACT_UNKNOWN : ProblemCode.CONTACT_AMBIGUOUS,
            Rest.called(person));
      }
    }
    return whom;
  }

  private DealData data(Work work, @Nullable CompanyId company, Rest rest) {
    DealData read = work.read().data();
    Integer probability = read.probability();
    boolean usual = probability != null && probability == work.stage().probability();
    return read.toBuilder()
        .companyId(company)
        .stageId(work.stage().kept())
        .probability(usual || work.stage().state() != DealState.OPEN ? null : probability)
        .lostReason(work.stage().state() == DealState.LOST ? read.lostReason() : null)
        .description(reading.isFixed("description") ? null : rest.below(read.description()))
        .build();
  }

  private DealPlan.Decided create(ImportedRow row, Work work, DealData data, Set<ContactId> whom) {
    DealRules.check(data);
    DealId id = new DealId(Ids.next());
    boolean over = work.stage().state() != DealState.OPEN;
    work.plan()
        .newDeals
        .put(id, new NewDeal(data, work.standing().before(), over ? work.deal().closedAt() : null));
    whom.forEach(contact -> work.plan().takesPart(id, contact));
    return new DealPlan.Decided(row, Outcome.CREATED, null);
  }

  private DealPlan.Decided update(
      ImportedRow row,
      Work work,
      Deal deal,
      DealData data,
      List<CompanyId> likely,
      Set<ContactId> whom) {
    DealData before = deal.data();
    DealData said = data.toBuilder().ownerId(work.read().owner()).build();
    DealData asked = DealRecords.merge(deal.id().value(), before, deal.hasLines(), said, likely);
    DealData merged = DealReckoning.together(before, asked, deal.hasLines());
    ImportedRow told =
        said.amount() == null || merged.equals(asked) ? row : row.with(ProblemCode.AMOUNT_KEPT);
    if (!said.lines().isEmpty() && !DealRecords.sayTheSame(said.lines(), merged.lines())) {
      told = told.with(ProblemCode.PRODUCTS_KEPT);
    }
    Set<ContactId> more = new LinkedHashSet<>(whom);
    more.removeAll(work.known().people(deal.id()));
    if (merged.equals(before) && more.isEmpty()) {
      return new DealPlan.Decided(told, Outcome.UNCHANGED, null);
    }
    if (!work.known().isWritable(deal.id())) {
      return refused(row, ProblemCode.NOT_PERMITTED);
    }
    DealRules.check(merged);
    if (!merged.equals(before)) {
      work.plan().changes.put(deal, merged);
    }
    more.forEach(contact -> work.plan().takesPart(deal.id(), contact));
    return new DealPlan.Decided(told, Outcome.UPDATED, deal.id());
  }
}
