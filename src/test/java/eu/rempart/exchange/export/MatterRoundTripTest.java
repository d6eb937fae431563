package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealService;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.ImportHouse;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.search.rule.Rule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deals and activities that were taken out and brought back find themselves, unchanged. */
class MatterRoundTripTest extends ExportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  MatterRoundTripTest() {
    super(house);
  }

  private Leaving leaving() {
    return new Leaving(house.rights(), _ -> {}, house.current(), events::add, _ -> {});
  }

  private ImportJob broughtBack(String text, ImportKind kind) {
    BroughtFile file = house.bring("back.csv", text.getBytes(StandardCharsets.UTF_8));
    ImportJob job =
        house.as(
            () -> {
              CsvInspection found = file.inspect();
              assertThat(found.kind()).isEqualTo(kind);
              return house
                  .imports()
                  .preview(
                      file.table(
                          found,
                          CustomProposal.of(found, house.bean(CustomFieldService.class).all()),
                          ImportOptions.none()),
                      MatchPolicy.UPDATE);
            });
    try {
      job.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(job.errorCode()).isEmpty();
    return job;
  }

  private static List<Outcome> outcomes(ImportJob job) {
    return job.shown().stream().map(RowResult::outcome).toList();
  }

  private static Pipeline pipeline(String name) {
    return house.as(
        () -> {
          PipelineService pipelines = house.bean(PipelineService.class);
          var id =
              pipelines.create(
                  name,
                  List.of(
                      new Stage(null, "New", DealState.OPEN, 1, 10, null),
                      new Stage(null, "Won", DealState.WON, 7, 100, null),
                      new Stage(null, "Lost", DealState.LOST, 4, 0, null)));
          return pipelines.find(id).orElseThrow();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "nl"})
  void dealsComeBackFromTheTableToThemselves(String language) {
    pipeline("First " + language);
    Pipeline second = pipeline("Second " + language);
    CompanyId firm =
        house.as(
            () -> house.companies().create(CompanyData.builder().name("Firm " + language).build()));
    UUID keel =
        house.as(
            () ->
                house
                    .bean(CustomFieldService.class)
                    .create(
                        CustomKind.NUMBER,
                        new CustomFieldData(
                            Labels.of("Keel " + language),
                            Set.of("deal"),
                            Set.of(),
                            false,
                            List.of())));
    DealId full =
        deal(
            DealData.builder()
                .name("=Round " + language)
                .companyId(firm)
                .amount(new BigDecimal("1234.50"))
                .currency("CHF")
                .stageId(second.first(DealState.OPEN).kept())
                .probability(33)
                .expectedClose(LocalDate.of(2027, 3, 4))
                .source("Fair")
                .custom(CustomValues.NONE.with(keel, "2.125"))
                .externalId("pipedrive:7")
                .lines(
                    List.of(
                        line("Returned\nas agreed", "kg", "-1", "0.5", "0"),
                        line("=Slate", null, "12", "1234.5", "10")))
                .build());
    DealId lost =
        deal(
            DealData.builder()
                .name("Round " + language)
                .stageId(second.first(DealState.LOST).kept())
                .lostReason("Too far")
                .build());
    DealExport deals =
        new DealExport(
            house.bean(DealService.class),
            house.bean(PipelineService.class),
            house.bean(CustomFieldService.class),
            house.rights(),
            leaving());
    run(
        house.administrator(),
        () ->
            deals.asTable(
                new DealQuery(
                    "",
                    DealFilter.NONE,
                    DealColumn.NAME,
                    false,
                    EnumSet.allOf(DealColumn.class),
                    List.of(keel),
                    null),
                List.of(full, lost),
                words(Locale.forLanguageTag(language)),
                out));

    assertThat(text())
        .contains("'-1 kg × Returned @ 0.5 CHF; 12 × =Slate @ 1234.5 CHF (-10 %)")
        .doesNotContain("agreed");
    ImportJob back = broughtBack(text(), ImportKind.DEALS);
    assertThat(outcomes(back)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(back.shown().getFirst().row().problems()).isEmpty();
    assertThat(outcomes(broughtBack(text().replace("Fair", "Foire"), ImportKind.DEALS)))
        .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED);
  }

  private static DealLine line(
      String text, @Nullable String unit, String quantity, String price, String discount) {
    return new DealLine(
        null,
        text,
        unit,
        new BigDecimal(quantity),
        new BigDecimal(price),
        "CHF",
        new BigDecimal(discount));
  }

  private static DealId deal(DealData data) {
    return house.as(() -> house.bean(DealService.class).create(data));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "nl"})
  void activitiesComeBackFromTheTableToThemselves(String language) {
    ActivityService service = house.bean(ActivityService.class);
    UUID boats =
        house.as(
            () ->
                house
                    .bean(CustomFieldService.class)
                    .create(
                        CustomKind.NUMBER,
                        new CustomFieldData(
                            Labels.of("Boats " + language),
                            Set.of("activity"),
                            Set.of(),
                            false,
                            List.of())));
    ActivityId call =
        house.as(
            () ->
                service.create(
                    ActivityData.builder()
                        .kind(ActivityKind.CALL)
                        .subject("Call " + language)
                        .when(When.at(LocalDateTime.of(2027, 7, 1, 9, 0), PARIS))
                        .minutes(45)
                        .place("Quai 3; Brest")
                        .custom(CustomValues.NONE.with(boats, "2.125"))
                        .build(),
                    ActivityLinks.NONE));
    ActivityId task =
        house.as(
            () ->
                service.create(
                    ActivityData.builder()
                        .kind(ActivityKind.TASK)
                        .subject("Task " + language)
                        .when(When.on(LocalDate.of(2027, 7, 2)))
                        .status(ActivityStatus.DONE)
                        .build(),
                    ActivityLinks.NONE));
    ActivityExport activities =
        new ActivityExport(
            service,
            house.contacts(),
            house.companies(),
            house.bean(DealService.class),
            house.bean(CustomFieldService.class),
            house.rights(),
            leaving());
    run(
        house.administrator(),
        () ->
            activities.asTable(
                new ActivityQuery(
                    "",
                    ActivityFilter.NONE,
                    Rule.EVERYTHING,
                    ActivityColumn.SUBJECT,
                    false,
                    EnumSet.allOf(ActivityColumn.class),
                    List.of(boats),
                    null,
                    ZoneOffset.UTC),
                List.of(call, task),
                words(Locale.forLanguageTag(language)),
                out));

    assertThat(outcomes(broughtBack(text(), ImportKind.ACTIVITIES)))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
    String more = text().replaceAll("2[.,]125", "3");
    assertThat(more).as("the table has the field").isNotEqualTo(text());
    assertThat(outcomes(broughtBack(more, ImportKind.ACTIVITIES)))
        .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED);
  }
}
