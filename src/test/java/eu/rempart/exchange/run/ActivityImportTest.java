package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Activities from files, in a database. An H stands for a word that only this test has. */
class ActivityImportTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private static final String HEADER =
      "Activity - ID,Activity - Subject,Activity - Type,Activity - Due date";

  ActivityImportTest() {
    super(house);
  }

  @BeforeAll
  static void pipeline() {
    house.as(
        () ->
            house
                .bean(PipelineService.class)
                .create(
                    "Sales",
                    List.of(
                        new Stage(null, "New", DealState.OPEN, 1, 10, null),
                        new Stage(null, "Won", DealState.WON, 7, 100, null),
                        new Stage(null, "Lost", DealState.LOST, 4, 0, null))));
  }

  private List<Activity> activities(String id) {
    return house.as(
        () -> {
          List<ActivityId> ids =
              house.bean(ManyActivitiesService.class).matching(List.of("pipedrive:" + of(id)));
          return house.bean(ActivityService.class).findAll(ids);
        });
  }

  private Activity activity(String id) {
    assertThat(activities(id)).hasSize(1);
    return activities(id).getFirst();
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

  private DealId deal(String name) {
    return house.as(
        () ->
            house
                .bean(DealService.class)
                .create(
                    DealData.builder()
                        .name(of(name))
                        .stageId(
                            house
                                .bean(PipelineService.class)
                                .all()
                                .getFirst()
                                .stages()
                                .getFirst()
                                .kept())
                        .build()));
  }

  @Test
  void ownFieldsAreFilledAndWhatTheyCannotHoldIsDescribed() {
    UUID boats =
        house.as(
            () ->
                house
                    .bean(CustomFieldService.class)
                    .create(
                        CustomKind.NUMBER,
                        new CustomFieldData(
                            Labels.of("Boats seen"),
                            Set.of("activity"),
                            Set.of(),
                            false,
                            List.of())));
    BroughtFile file =
        bring(HEADER + ",Boats seen\nH1,Count H,Task,2026-05-04,12.5\nH2,Odd H,Task,,many\n");
    ImportJob job =
        house.as(
            () -> {
              CsvInspection found = file.inspect();
              var fields = house.bean(CustomFieldService.class).all();
              return house
                  .imports()
                  .start(
                      file.table(found, CustomProposal.of(found, fields), ImportOptions.none()),
                      MatchPolicy.UPDATE,
                      new Codes());
            });
    await(job);

    assertThat(activity("H1").data().custom()).isEqualTo(CustomValues.NONE.with(boats, "12.5"));
    assertThat(activity("H2").data().custom()).isEqualTo(CustomValues.NONE);
    assertThat(activity("H2").data().description()).isEqualTo("Boats seen: many");
    assertThat(problems(job)).containsExactly(ProblemCode.NUMBER_INVALID);
    house.as(() -> house.bean(CustomFieldService.class).archive(boats));
  }

  @Test
  void valuesAndWhatTheyAreAboutGoWhereTheyBelong() {
    CompanyId firm =
        house.as(() -> house.companies().create(CompanyData.builder().name(of("Firm H")).build()));
    ContactId yann =
        house.as(
            () ->
                house
                    .contacts()
                    .create(ContactData.builder().firstName("Yann").lastName(of("H")).build()));
    DealId refit = deal("Refit H");

    ImportJob job =
        run(
            """
            Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,\
            Activity - Due time,Activity - Duration,Activity - Done,Activity - Marked as done time,\
            Activity - Note,Activity - Priority,Organization - Name,Person - Name,Deal - Title
            H1,Call H,Call,2026-11-30,14:30,00:45,To do,,<p>Ask</p>,Urgent,Firm H,Yann H,Refit H
            H2,Visit H,Meeting,2026-05-04,09:00,02:00,Done,2026-05-04 11:20:00,,,New H,Nobody H,None H
            H3,Letter H,Task,2026-05-05,,,Done,,,,,,
            """);

    assertThat(job.counts().created()).isEqualTo(3);
    Activity call = activity("H1");
    assertThat(call.data().subject()).isEqualTo(of("Call H"));
    assertThat(call.data().kind()).isEqualTo(ActivityKind.CALL);
    assertThat(call.data().when())
        .isEqualTo(When.at(LocalDateTime.of(2026, 11, 30, 14, 30), ZoneOffset.UTC));
    assertThat(call.data().minutes()).isEqualTo(45);
    assertThat(call.data().priority()).isEqualTo(ActivityPriority.HIGH);
    assertThat(call.data().description()).isEqualTo("Ask");
    assertThat(call.links().contacts()).containsExactly(yann);
    assertThat(call.links().companies()).containsExactly(firm);
    assertThat(call.links().deals()).containsExactly(refit);
    Activity visit = activity("H2");
    assertThat(visit.data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(Objects.requireNonNull(visit.done()).at())
        .isEqualTo(Instant.parse("2026-05-04T11:20:00Z"));
    assertThat(visit.links().companies()).hasSize(1);
    assertThat(visit.data().description()).isEqualTo(of("Nobody H\nNone H"));
    assertThat(problems(job))
        .containsExactly(ProblemCode.CONTACT_UNKNOWN, ProblemCode.DEAL_UNKNOWN);
    assertThat(Objects.requireNonNull(activity("H3").done()).at())
        .isEqualTo(Instant.parse("2026-05-05T00:00:00Z"));
  }

  @Test
  void theSameFileAgainChangesNothingAndAChangedOneUpdates() {
    String csv = HEADER + "\nH1,Again H,Task,2026-12-01\n";
    run(csv);

    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED);
    assertThat(outcomes(run(csv.replace("2026-12-01", "2026-12-02"))))
        .containsExactly(Outcome.UPDATED);
    assertThat(activity("H1").data().when()).isEqualTo(When.on(LocalDate.of(2026, 12, 2)));
    assertThat(outcomes(run(csv, MatchPolicy.SKIP))).containsExactly(Outcome.EXISTS);
  }

  @Test
  void badRowsFailAloneAndEqualOnesAreTakenOnce() {
    ImportJob job =
        run(HEADER + "\nH1,,Task,2026-12-01\nH2,Lunch H,Meeting,\n,One H,Task,\n,One H,Task,\n");

    assertThat(outcomes(job))
        .containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.CREATED, Outcome.TWICE_IN_FILE);
    assertThat(problems(job))
        .containsExactly(ProblemCode.SUBJECT_MISSING, ProblemCode.WHEN_MISSING);
  }

  @Test
  void aNameAloneIsAnybodysAndSeveralAreTold() {
    DealId deal = deal("About H");

    ImportJob job =
        run("Subject,When,Kind,About,ID\nA,2026-12-01,Task,About H,1\nB,2026-12-01,Task,X H,2\n");

    assertThat(job.counts().created()).isEqualTo(2);
    assertThat(problems(job)).containsExactly(ProblemCode.CONTACT_UNKNOWN);
    assertThat(
            house
                .as(
                    () ->
                        house
                            .bean(ActivityService.class)
                            .open(
                                eu.rempart.activity.ActivityLinks.of(deal),
                                10,
                                eu.rempart.activity.ActivityColumn.DEFAULT))
                .getFirst()
                .shown()
                .subject())
        .isEqualTo("A");
  }

  @Test
  void undoMovesWhatWasCreatedToTheBinAndPutsBackTheRest() {
    run(HEADER + "\nH1,Before H,Task,2026-12-01\n");
    ImportJob job = run(HEADER + "\nH1,After H,Task,2026-12-01\nH2,Fresh H,Task,2026-12-01\n");
    assertThat(activity("H1").data().subject()).isEqualTo(of("After H"));

    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.putBack()).isEqualTo(1);
    assertThat(activity("H1").data().subject()).isEqualTo(of("Before H"));
    assertThat(activities("H2")).isEmpty();
  }

  @Test
  void cancelledItLeavesNothing() throws IOException {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < 3_000; i++) {
      csv.append("Hx").append(i).append(",Stopped H,Task,2026-12-01\n");
    }
    PausedRows rows = new PausedRows(this, 0, 2_500);
    ImportFile paused = rows.around(table(bring(csv.toString())));
    ImportJob job = house.as(() -> house.imports().start(paused, MatchPolicy.UPDATE, new Codes()));

    rows.awaitPause();
    job.cancel();
    rows.goOn();
    await(job);

    assertThat(job.state()).isEqualTo(ImportState.CANCELLED);
    assertThat(activities("Hx1")).isEmpty();
  }
}
