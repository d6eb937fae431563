package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.Trace;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoDealsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Trace TRACE = new Trace(NOW, null, "demo");

  private final Pipeline pipeline =
      new Pipeline(
          new PipelineId(UUID.randomUUID()),
          "Ventes",
          List.of(
              stage("A", DealState.OPEN),
              stage("B", DealState.OPEN),
              stage("C", DealState.OPEN),
              stage("Won", DealState.WON),
              stage("Lost", DealState.LOST)));

  private final List<Company> firms =
      IntStream.range(0, 30)
          .mapToObj(
              n ->
                  new Company(
                      new CompanyId(UUID.randomUUID()),
                      1,
                      CompanyData.builder().name("Firm " + n).build(),
                      Map.of(),
                      TRACE,
                      TRACE))
          .toList();

  private static Stage stage(String name, DealState state) {
    return new Stage(new StageId(UUID.randomUUID()), name, state, 0, 50, null);
  }

  private DemoDeals demo() {
    List<ContactId> staff =
        IntStream.range(0, 5).mapToObj(_ -> new ContactId(UUID.randomUUID())).toList();
    Map<UUID, List<ContactId>> all = new HashMap<>();
    firms.forEach(firm -> all.put(firm.id().value(), staff));
    return new DemoDeals(pipeline, UUID.randomUUID(), NOW, 7).with(firms, all);
  }

  @Test
  void timeRunsForwardAndNeverPastToday() {
    Map<DealId, Instant> last = new HashMap<>();
    for (List<DatedMove> step : demo().steps()) {
      for (DatedMove move : step) {
        Instant before = last.put(move.deal(), move.at());
        assertThat(move.at()).isBefore(NOW).isAfter(NOW.minus(Duration.ofDays(548)));
        if (before != null) {
          assertThat(move.at()).isAfter(before);
        }
      }
    }
  }

  @Test
  void someAreWonSomeLostAndSomeStandInEveryStage() {
    DemoDeals demo = demo();
    Map<DealId, DatedMove> last = new HashMap<>();
    demo.steps().forEach(step -> step.forEach(move -> last.put(move.deal(), move)));

    assertThat(last.keySet()).isEqualTo(demo.deals().keySet());
    for (Stage stage : pipeline.stages()) {
      assertThat(last.values())
          .as(stage.name())
          .filteredOn(move -> move.to().equals(stage.kept()))
          .hasSizeGreaterThan(10)
          .allMatch(move -> (move.lostReason() != null) == (stage.state() == DealState.LOST));
    }
  }

  @Test
  void nobodyTakesPartTwice() {
    assertThat(demo().people()).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    assertThat(demo().people().stream().map(p -> p.dealId() + " " + p.contactId()))
        .doesNotHaveDuplicates();
  }
}
