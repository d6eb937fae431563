package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.Ids;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.db.Reason;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the cells of a file become in deals, and what of them a row is refused for. */
class DealImportTest extends DealImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  DealImportTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    openPipelines(house);
  }

  private CompanyId company(String name) {
    return house.as(() -> house.companies().create(CompanyData.builder().name(of(name)).build()));
  }

  private ContactId contact(String first, String last) {
    return house.as(
        () ->
            house
                .contacts()
                .create(ContactData.builder().firstName(first).lastName(of(last)).build()));
  }

  private static Set<ContactId> people(Deal deal) {
    return house
        .as(() -> house.bean(DealContactService.class).contactsOf(List.of(deal.id())))
        .getOrDefault(deal.id(), Set.of());
  }

  private ImportJob into(String csv, MatchPolicy policy, @Nullable StageId other) {
    BroughtFile file = bring(csv);
    ImportJob job =
        house.as(
            () -> {
              CsvInspection found = file.inspect();
              return house
                  .imports()
                  .start(
                      file.table(
                          found,
                          CustomProposal.of(found, house.bean(CustomFieldService.class).all()),
                          new ImportOptions(null, ZoneOffset.UTC, other)),
                      policy,
                      new Codes());
            });
    await(job);
    return job;
  }

  private static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
  }

  @Test
  void ofManyDealsOfOneNameTheOneOfTheCompanyIsFound() {
    CompanyId other = company("Many H");
    CompanyId firm = company("One H");
    StageId stage = stage("Sales", "New").kept();
    DealData renewal = DealData.builder().name(of("Renewal H")).stageId(stage).build();
    Map<DealId, DealData> many = new LinkedHashMap<>();
    for (int i = 0; i < 1_050; i++) {
      many.put(new DealId(Ids.next()), renewal.toBuilder().companyId(other).build());
    }
    DealId meant = new DealId(Ids.next());
    many.put(meant, renewal.toBuilder().companyId(firm).build());
    house.as(
        () -> {
          DealService service = house.bean(DealService.class);
          service.createAll(many, Reason.IMPORT);
          service.awaitIndex(many.keySet(), Duration.ofMinutes(1));
          return many;
        });

    ImportJob job =
        run(
            """
            Deal - Title,Deal - Value,Deal - Currency,Deal - Pipeline,Deal - Stage,Deal - Organization
            Renewal H,80,EUR,Sales,New,One H
            """);

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    assertThat(
            house.as(() -> house.bean(DealService.class).find(meant)).orElseThrow().data().amount())
        .isEqualByComparingTo("80");
    // more than one page of the index, and none of the others' where the company is known
    NamedDeals named = house.bean(NamedDeals.class);
    assertThat(house.as(() -> named.of(List.of(of("Renewal H")))).values())
        .singleElement()
        .satisfies(ids -> assertThat(ids).hasSize(1_051));
    assertThat(house.as(() -> named.of(List.of(of("Renewal H")), List.of(firm))).values())
        .containsExactly(List.of(meant));
  }

  @Test
  void valuesGoWhereTheyBelong() {
    CompanyId firm = company("Chantiers H");
    ContactId yann = contact("Yann", "H");

    ImportJob job =
        run(
            """
            Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Pipeline,Deal - Stage,\
            Deal - Status,Deal - Expected close date,Deal - Organization,Deal - Contact person,\
            Deal - Label,Deal - Notes,Deal - Probability
            H1,Refit H,"1,200.50",EUR,Sales,Offer made,Open,2026-12-18,Chantiers H,Yann H,H-Hot,Two masts,75
            H2,Anchor H,80,EUR,Service,On its way,Open,,Mouillages H,Nobody H,,,60
            """);

    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.counts().created()).isEqualTo(2);
    Deal refit = deal("Refit H");
    assertThat(refit.data().amount()).isEqualTo(new BigDecimal("1200.50"));
    assertThat(refit.data().currency()).isEqualTo("EUR");
    assertThat(refit.data().stageId()).isEqualTo(stage("Sales", "Offer made").kept());
    assertThat(refit.data().expectedClose()).isEqualTo(LocalDate.of(2026, 12, 18));
    assertThat(refit.data().companyId()).isEqualTo(firm);
    assertThat(refit.data().probability()).isEqualTo(75);
    assertThat(refit.data().tags()).hasSize(1);
    assertThat(refit.data().description()).isEqualTo("Two masts");
    assertThat(refit.data().externalId()).isEqualTo("pipedrive:" + host + "1");
    assertThat(refit.created().source()).isEqualTo("import");
    assertThat(people(refit)).containsExactly(yann);
    Deal anchor = deal("Anchor H");
    assertThat(anchor.data().stageId()).isEqualTo(stage("Service", "On its way").kept());
    assertThat(anchor.data().companyId()).isNotNull().isNotEqualTo(firm);
    assertThat(anchor.data().probability()).as("that of its stage").isNull();
    assertThat(anchor.data().description()).isEqualTo("Nobody " + host);
    assertThat(problems(job)).containsExactly(ProblemCode.CONTACT_UNKNOWN);
    assertThat(house.as(() -> house.companies().matching(null, of("Mouillages H")))).hasSize(1);
  }

  @Test
  void whatWasWonOrLostStaysSoWithItsTimes() {
    run(
        """
        Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Won time,Deal - Lost time,\
        Deal - Lost reason
        H1,Sails H,Offer made,Won,2026-05-20 16:45:10,,
        H2,Mooring H,Offer made,Lost,,2026-04-01 12:00:00,Too far
        H3,Oars H,Nowhere we know,Won,2026-05-21 10:00:00,,
        """);

    Deal sails = deal("Sails H");
    assertThat(sails.standing().state()).isEqualTo(DealState.WON);
    assertThat(sails.standing().closedAt()).isEqualTo(Instant.parse("2026-05-20T16:45:10Z"));
    assertThat(sails.standing().since()).isEqualTo(Instant.parse("2026-05-20T16:45:10Z"));
    assertThat(sails.standing().before()).isEqualTo(stage("Sales", "Offer made").kept());
    Deal mooring = deal("Mooring H");
    assertThat(mooring.standing().state()).isEqualTo(DealState.LOST);
    assertThat(mooring.data().lostReason()).isEqualTo("Too far");
    assertThat(deal("Oars H").standing().state()).isEqualTo(DealState.WON);
  }

  @Test
  void anUnknownStageOrPipelineFailsItsRowAloneUnlessOneWasChosenForThem() {
    String csv =
        """
        Deal - ID,Deal - Title,Deal - Pipeline,Deal - Stage,Deal - Status
        H1,Known H,Sales,New,Open
        H2,Stage H,Sales,Somewhere,Open
        H3,Pipeline H,Elsewhere,New,Open
        """;

    ImportJob refused = into(csv, MatchPolicy.UPDATE, null);

    assertThat(outcomes(refused))
        .containsExactly(Outcome.CREATED, Outcome.REFUSED, Outcome.REFUSED);
    assertThat(problems(refused))
        .containsExactly(ProblemCode.STAGE_UNKNOWN, ProblemCode.PIPELINE_UNKNOWN);
    assertThat(house.as(() -> house.imports().errorFile(refused.id())).orElseThrow())
        .contains("STAGE_UNKNOWN", "PIPELINE_UNKNOWN");

    ImportJob placed = into(csv, MatchPolicy.UPDATE, stage("Service", "New").kept());

    assertThat(outcomes(placed))
        .containsExactly(Outcome.UNCHANGED, Outcome.CREATED, Outcome.CREATED);
    assertThat(deal("Pipeline H").data().stageId()).isEqualTo(stage("Service", "New").kept());
    assertThat(problems(placed))
        .containsExactly(ProblemCode.STAGE_REPLACED, ProblemCode.STAGE_REPLACED);
  }

  @Test
  void ofPeopleOfOneNameTheOneAtTheCompanyIsMeant() {
    CompanyId firm = company("Firm H");
    ContactId there = contact("Jo", "H");
    contact("Jo", "H");
    house.as(
        () ->
            house
                .bean(LinkService.class)
                .link(there, firm, new LinkData("Boss", null, true, true)));

    ImportJob job =
        run(
            """
            Deal - ID,Deal - Title,Deal - Organization,Deal - Contact person
            H1,With H,Firm H,Jo H
            H2,Without H,,Jo H
            """);

    assertThat(people(deal("With H"))).containsExactly(there);
    assertThat(people(deal("Without H"))).isEmpty();
    assertThat(deal("Without H").data().description()).isEqualTo(of("Jo H"));
    assertThat(problems(job)).containsExactly(ProblemCode.CONTACT_AMBIGUOUS);
  }

  @Test
  void ownFieldsAreFilledAndOfUnknownOwnersTheNameIsKept() {
    UUID hull =
        house.as(
            () ->
                house
                    .bean(CustomFieldService.class)
                    .create(
                        CustomKind.NUMBER,
                        new CustomFieldData(
                            Labels.of("Keel length"), Set.of("deal"), Set.of(), false, List.of())));

    ImportJob job =
        into(
            """
            Deal name,Amount,Stage,Owner,Keel length
            Long H,1 EUR,New,Nora Nobody,12.5
            Odd H,1 EUR,New,,very
            """,
            MatchPolicy.UPDATE,
            null);

    assertThat(deal("Long H").data().custom().of(hull)).isEqualTo("12.5");
    assertThat(deal("Long H").data().description()).isEqualTo("Nora Nobody");
    assertThat(deal("Odd H").data().description()).isEqualTo("Keel length: very");
    assertThat(problems(job))
        .containsExactly(ProblemCode.OWNER_UNKNOWN, ProblemCode.NUMBER_INVALID);
  }

  @Test
  void hostileTextIsKeptAsText() {
    run(HEADER + "\nH1,\"<script>alert('H')</script>\",1,EUR\n");

    assertThat(deal("<script>alert('H')</script>").data().name())
        .isEqualTo(of("<script>alert('H')</script>"));
  }
}
