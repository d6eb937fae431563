package eu.rempart.demo;

import eu.rempart.common.Ids;
import eu.rempart.company.Company;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactRole;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Deals of the past eighteen months: some hundred that were won or lost on the way, and those that
 * stand on the board today. The same ones for the same seed and day.
 */
final class DemoDeals {

  private static final int CLOSED = 190;
  private static final int OPEN = 110;
  private static final int MONTHS_BACK_DAYS = 540;

  private static final List<String> GOODS =
      List.of(
          "Contrat de maintenance",
          "Renouvellement du parc",
          "Formation des équipes",
          "Extension du site",
          "Audit énergétique",
          "Wartungsvertrag",
          "Neue Lagerhalle",
          "Jahresvertrag Logistik",
          "Modernizarea liniei",
          "Contract anual",
          "Annual licence",
          "Pilot project",
          "Spare parts",
          "Migration to the cloud");
  private static final List<String> SOURCES =
      List.of("Website", "Trade fair", "Recommendation", "Cold call", "Partner", "Tender");
  private static final List<String> REASONS =
      List.of(
          "Trop cher pour cette année",
          "Le concurrent livrait plus tôt",
          "Budget gestrichen",
          "Entscheidung vertagt",
          "Proiect anulat",
          "No answer after three calls");

  private final Pipeline pipeline;
  private final UUID owner;
  private final Instant now;
  private final SplittableRandom random;
  private final Map<DealId, DealData> deals = new LinkedHashMap<>();
  private final List<List<DatedMove>> steps = new ArrayList<>();
  private final List<DealContact> people = new ArrayList<>();

  DemoDeals(Pipeline pipeline, UUID owner, Instant now, long seed) {
    this.pipeline = pipeline;
    this.owner = owner;
    this.now = now;
    this.random = new SplittableRandom(seed ^ 0xDEA1);
  }

  /** Thinks the deals up. */
  DemoDeals with(List<Company> firms, Map<UUID, List<ContactId>> staff) {
    for (int i = 0; i < CLOSED + OPEN; i++) {
      Company firm = DemoPeople.pick(firms, random);
      add(firm, staff.getOrDefault(firm.id().value(), List.of()), i < CLOSED);
    }
    return this;
  }

  private void add(Company firm, List<ContactId> staff, boolean closed) {
    DealId id = new DealId(Ids.next());
    List<Stage> stages = pipeline.open();
    int last = closed ? random.nextInt(stages.size()) : shallow(stages.size());
    boolean won = closed && (last == stages.size() - 1 || random.nextInt(3) == 0);
    int reached = won ? stages.size() - 1 : last;
    Instant at =
        now.minus(
            closed
                ? Duration.ofDays(60 + random.nextLong(MONTHS_BACK_DAYS - 60))
                : Duration.ofDays(3 + random.nextLong(20L * (reached + 1))));
    Instant begun = at;
    for (int i = 0; i <= reached; i++) {
      step(i, new DatedMove(id, stages.get(i).kept(), at, null));
      at = later(at, 2 + random.nextLong(12));
    }
    if (closed) {
      Stage end = pipeline.first(won ? DealState.WON : DealState.LOST);
      String reason = won ? null : DemoPeople.pick(REASONS, random);
      step(reached + 1, new DatedMove(id, end.kept(), at, reason));
    }
    deals.put(id, data(firm, stages.getFirst(), closed ? at : null, begun));
    take(id, staff);
  }

  /** Most open deals are in the first stages. */
  private int shallow(int stages) {
    return Math.min(random.nextInt(stages), random.nextInt(stages + 1));
  }

  private Instant later(Instant at, long days) {
    Instant next = at.plus(Duration.ofDays(days)).plusSeconds(random.nextLong(20_000));
    Instant latest = now.minusSeconds(3_600);
    return next.isBefore(latest) ? next : at.plus(Duration.between(at, latest).dividedBy(2));
  }

  private void step(int number, DatedMove move) {
    while (steps.size() <= number) {
      steps.add(new ArrayList<>());
    }
    steps.get(number).add(move);
  }

  private DealData data(
      Company firm, Stage first, @org.jspecify.annotations.Nullable Instant closed, Instant begun) {
    LocalDate expected =
        closed != null
            ? LocalDate.ofInstant(closed, ZoneOffset.UTC)
            : LocalDate.ofInstant(begun, ZoneOffset.UTC).plusDays(20 + random.nextInt(150));
    String currency = firm.data().revenueCurrency();
    return DealData.builder()
        .ownerId(owner)
        .name(DemoPeople.pick(GOODS, random) + " – " + firm.data().name())
        .companyId(firm.id())
        .amount(BigDecimal.valueOf(500L * (2 + random.nextLong(random.nextInt(4) == 0 ? 300 : 60))))
        .currency(currency == null ? "EUR" : currency)
        .stageId(first.kept())
        .expectedClose(random.nextInt(12) == 0 ? null : expected)
        .source(random.nextInt(3) == 0 ? null : DemoPeople.pick(SOURCES, random))
        .build();
  }

  private void take(DealId id, List<ContactId> staff) {
    int most = Math.min(staff.size(), random.nextInt(4));
    int from = staff.isEmpty() ? 0 : random.nextInt(staff.size());
    for (int i = 0; i < most; i++) {
      DealContactRole role =
          i == 0
              ? DealContactRole.DECISION_MAKER
              : DemoPeople.pick(List.of(DealContactRole.values()), random);
      people.add(new DealContact(Ids.next(), 1, id, staff.get((from + i) % staff.size()), role));
    }
  }

  Map<DealId, DealData> deals() {
    return deals;
  }

  /** Moves, one list for each transaction: what a deal went through is told by its versions. */
  List<List<DatedMove>> steps() {
    return steps;
  }

  Collection<DealContact> people() {
    return people;
  }
}
