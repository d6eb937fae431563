package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

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
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deals from files, in a database. An H in a table stands for a word that only this test has. */
class DealImportTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private static final String HEADER = "Deal - ID,Deal - Title,Deal - Value,Deal - Currency";

  DealImportTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    house.as(() -> house.bean(PipelineService.class).create("Sales", stages("Offer made")));
    house.as(() -> house.bean(PipelineService.class).create("Service", stages("On its way")));
  }

  private static List<Stage> stages(String second) {
    return List.of(
        new Stage(null, "New", DealState.OPEN, 1, 10, null),
        new Stage(null, second, DealState.OPEN, 2, 60, null),
        new Stage(null, "Won", DealState.WON, 7, 100, null),
        new Stage(null, "Lost", DealState.LOST, 4, 0, null));
  }

  private static Stage stage(String pipeline, String name) {
    return house.as(() -> house.bean(PipelineService.class).all()).stream()
        .filter(one -> one.name().equals(pipeline))
        .map(Pipeline::stages)
        .flatMap(List::stream)
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Deal> deals(String name) {
    return house.as(
        () -> {
          List<DealId> ids =
              house.bean(NamedDeals.class).of(List.of(of(name))).values().stream()
                  .flatMap(List::stream)
                  .toList();
          return house.bean(DealService.class).findAll(ids);
        });
  }

  private Deal deal(String name) {
    assertThat(deals(name)).hasSize(1);
    return deals(name).getFirst();
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

  private static List<Outcome> outcomes(ImportJob job) {
    return job.shown().stream().map(RowResult::outcome).toList();
  }

  private static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
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
  void theSameFileAgainChangesNothingAndAChangedOneUpdates() {
    String csv = HEADER + ",Deal - Stage,Deal - Organization\nH1,Twice H,10,EUR,New,Firm H\n";
    run(csv);

    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED);
    assertThat(deal("Twice H").version()).isEqualTo(1);

    ImportJob job = run(csv.replace(",10,EUR,New", ",20,EUR,Offer made"));

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    assertThat(deal("Twice H").data().amount()).isEqualTo(new BigDecimal("20.00"));
    assertThat(deal("Twice H").data().stageId()).isEqualTo(stage("Sales", "Offer made").kept());
    assertThat(outcomes(run(csv, MatchPolicy.SKIP))).containsExactly(Outcome.EXISTS);
    assertThat(outcomes(run(csv, MatchPolicy.CREATE))).containsExactly(Outcome.CREATED);
    assertThat(deals("Twice H")).hasSize(2);
  }

  @Test
  void withoutAKeyTheSameNameWithTheSameCompanyIsMeant() {
    String csv = "Deal name,Company,Amount,Stage\nRenewal H,Firm H,10 EUR,New\n";
    run(csv);

    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED);
    assertThat(outcomes(run(csv.replace("Firm H", "Other H")))).containsExactly(Outcome.CREATED);
    assertThat(deals("Renewal H")).hasSize(2);
  }

  @Test
  void cellsWithoutAValueAndColumnsThatAreMissingChangeNothing() {
    run(HEADER + ",Deal - Stage,Deal - Notes\nH1,Kept H,10,EUR,Offer made,Note\n");

    ImportJob job = run("Deal - ID,Deal - Title,Deal - Value\nH1,Kept H,\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED);
    assertThat(deal("Kept H").data().stageId()).isEqualTo(stage("Sales", "Offer made").kept());
  }

  @Test
  void ofTwoRowsThatAreTheSameOneIsTaken() {
    ImportJob job =
        run(
            HEADER
                + ",Deal - Stage\nH1,Once H,10,EUR,New\nH1,Once H again,10,EUR,New\n"
                + ",Bare H,5,EUR,New\n,Bare H,5,EUR,New\n");

    assertThat(outcomes(job))
        .containsExactly(
            Outcome.CREATED, Outcome.TWICE_IN_FILE, Outcome.CREATED, Outcome.TWICE_IN_FILE);
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
  void aHundredDealsOfOneNewCompanyMakeOneCompany() {
    StringBuilder csv = new StringBuilder(HEADER).append(",Deal - Organization\n");
    for (int i = 0; i < 1_200; i++) {
      csv.append("H").append(i).append(",Bulk H ").append(i).append(",1,EUR,House H\n");
    }

    ImportJob job = run(csv.toString());

    assertThat(job.counts().created()).isEqualTo(1_200);
    assertThat(house.as(() -> house.companies().matching(null, of("House H")))).hasSize(1);
    assertThat(deal("Bulk H 1199").data().companyId()).isNotNull();
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

  @Test
  void undoMovesWhatWasCreatedToTheBinAndPutsBackTheRest() {
    run(HEADER + ",Deal - Stage\nH1,Before H,10,EUR,New\n");
    ImportJob job =
        run(
            HEADER
                + ",Deal - Stage,Deal - Organization,Deal - Label\n"
                + "H1,Before H,99,EUR,Offer made,,\nH2,Fresh H,10,EUR,New,Made H,H-Tag\n");

    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.putBack()).isEqualTo(1);
    assertThat(undone.leftAlone()).isZero();
    assertThat(deal("Before H").data().amount()).isEqualTo(new BigDecimal("10.00"));
    assertThat(deal("Before H").data().stageId()).isEqualTo(stage("Sales", "New").kept());
    assertThat(deals("Fresh H")).isEmpty();
    assertThat(house.as(() -> house.companies().matching(null, of("Made H")))).isEmpty();
  }

  @Test
  void aPreviewWritesNothing() throws IOException {
    BroughtFile file = bring(HEADER + ",Deal - Organization\nH1,Looked H,10,EUR,Seen H\n");

    ImportJob job = house.as(() -> house.imports().preview(table(file), MatchPolicy.UPDATE));
    await(job);

    assertThat(outcomes(job)).containsExactly(Outcome.CREATED);
    assertThat(deals("Looked H")).isEmpty();
    assertThat(house.as(() -> house.companies().matching(null, of("Seen H")))).isEmpty();
  }

  @Test
  void cancelledItLeavesNothing() throws IOException {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < 3_000; i++) {
      csv.append("H").append(i).append(",Stopped H,1,EUR\n");
    }
    PausedRows rows = new PausedRows(this, 0, 2_500);
    ImportFile paused = rows.around(table(bring(csv.toString())));
    ImportJob job = house.as(() -> house.imports().start(paused, MatchPolicy.CREATE, new Codes()));

    rows.awaitPause();
    job.cancel();
    rows.goOn();
    await(job);

    assertThat(job.state()).isEqualTo(ImportState.CANCELLED);
    assertThat(deals("Stopped H")).isEmpty();
  }

  @Test
  void theRunIsKnownByWhatItBrought() {
    ImportJob job = run(HEADER + "\nH1,Known by H,1,EUR\n");

    assertThat(
            Objects.requireNonNull(
                house
                    .database()
                    .app()
                    .fetchValue("SELECT kind FROM import_run WHERE id = ?", job.id())))
        .isEqualTo("deals");
  }
}
