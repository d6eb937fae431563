package eu.rempart.deal.board.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.db.Reason;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealId;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.deal.ui.DealDetailsView;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.DealTexts;
import eu.rempart.deal.ui.WithDeals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cards on boards, and where they go. */
class DealBoardScreensTest extends WithDeals {

  @Test
  void dropIsTakenBackToItsPlace() {
    deal("Dach Nord");
    DealId second = deal("Dach Süd");
    deal("Dach West");
    show(DealNavigation.BOARD);
    assertThat(cards(stage(0).toString())).startsWith("Dach West", "Dach Süd", "Dach Nord");

    drop(second, stage(1).toString(), "");
    assertThat(cards(stage(0).toString())).startsWith("Dach West", "Dach Nord");
    click("Undo");

    assertThat(now(second).data().stageId()).isEqualTo(stage(0));
    assertThat(cards(stage(0).toString())).startsWith("Dach West", "Dach Süd", "Dach Nord");
  }

  @Test
  void winIsTakenBackToItsPlaceAndOneMoveAloneOffersIt() {
    deal("Dach Nord");
    DealId second = deal("Dach Süd");
    deal("Dach West");
    show(DealNavigation.BOARD);
    drop(second, stage(1).toString(), "");
    drop(second, won().toString(), "");
    assertThat(now(second).standing().state()).isEqualTo(DealState.WON);
    assertThat(find(Button.class).withText("Undo").all()).as("the last move alone").hasSize(1);

    click("Undo");

    assertThat(now(second).standing().state()).isEqualTo(DealState.OPEN);
    assertThat(now(second).data().stageId()).isEqualTo(stage(1));
  }

  @Test
  void lossIsTakenBackWithItsReason() {
    DealId id = deal("Doch nicht");
    show(DealNavigation.BOARD);
    drop(id, last().toString(), "");
    test(find(TextArea.class).single()).setValue("Too dear");
    test(find(Button.class).withText("Lost").all().getLast()).click();

    click("Undo");

    assertThat(now(id).standing().state()).isEqualTo(DealState.OPEN);
    assertThat(now(id).data().stageId()).isEqualTo(stage(0));
    assertThat(now(id).data().lostReason()).isNull();
  }

  private StageId won() {
    return pipeline().first(DealState.WON).kept();
  }

  @Test
  void aCardIsDroppedInAnotherStageAndBelowAnotherCard() {
    DealId first = deal("Dach Nord");
    DealId second = deal("Dach Süd");
    show(DealNavigation.BOARD);
    assertThat(cards(stage(0).toString())).startsWith("Dach Süd", "Dach Nord");

    drop(first, stage(1).toString(), "");
    assertThat(now(first).data().stageId()).isEqualTo(stage(1));
    assertThat(cards(stage(1).toString())).startsWith("Dach Nord");

    drop(second, stage(1).toString(), first.toString());
    assertThat(cards(stage(1).toString())).startsWith("Dach Nord", "Dach Süd");
  }

  @Test
  void aCardThatWaitsSaysHowLongAndWarnsInFull() {
    DealId id = deal("Liegt herum");
    deals.moveAll(
        List.of(new DatedMove(id, stage(1), Instant.now().minus(Duration.ofDays(28)), null)),
        Reason.EDIT);
    deal("Frisch");
    Pipeline before = pipeline();
    pipelines.save(
        before,
        before.name(),
        before.stages().stream()
            .map(stage -> stage.open() ? careAfter(stage, 21) : stage)
            .toList());
    show(DealNavigation.BOARD);
    pipelines.save(pipeline(), before.name(), before.stages());
    String waits = stage(1).toString();
    assertThat(cards(waits, "note").get(cards(waits).indexOf("Liegt herum"))).isEqualTo("28 days");
    assertThat(cards(waits, "warning")).contains("28 days, stalled");
    String first = stage(0).toString();
    assertThat(cards(first, "warning").get(cards(first).indexOf("Frisch"))).isEmpty();
  }

  private static Stage careAfter(Stage stage, int days) {
    return new Stage(
        stage.id(), stage.name(), stage.state(), stage.tone(), stage.probability(), days);
  }

  @Test
  void whoMovesWhatSomebodyElseMovedIsToldAndSeesWhereItIs() {
    DealId id = deal("Doppelzug");
    show(DealNavigation.BOARD);
    boards.move(id, 1, stage(2), null);

    drop(id, stage(1).toString(), "");

    assertThat(now(id).data().stageId()).isEqualTo(stage(2));
    assertThat(says("changed this deal meanwhile")).isTrue();
    assertThat(cards(stage(2).toString())).contains("Doppelzug");
  }

  @Test
  void aDealThatIsDroppedOnLostNeedsAReason() {
    DealId id = deal("Verlorene Liebesmüh");
    show(DealNavigation.BOARD);
    drop(id, last().toString(), "");
    test(find(Button.class).withText("Lost").all().getLast()).click();
    TextArea reason = find(TextArea.class).single();
    assertThat(reason.isInvalid()).isTrue();
    assertThat(now(id).standing().state()).isEqualTo(DealState.OPEN);

    test(reason).setValue("Too dear");
    test(find(Button.class).withText("Lost").all().getLast()).click();
    assertThat(now(id).standing().state()).isEqualTo(DealState.LOST);
    assertThat(now(id).data().lostReason()).isEqualTo("Too dear");
  }

  @Test
  void theMenuOfACardMovesItWithoutDragging() {
    DealId id = deal("Ohne Maus");
    show(DealNavigation.BOARD);

    fire("card-menu", Map.of("event.detail.card", id.toString()));
    click(pipeline().stages().get(1).name());

    assertThat(now(id).data().stageId()).isEqualTo(stage(1));
  }

  @Test
  void readersSeeTheBoardAndMoveNothing() {
    DealId id = deal("Nur gucken");
    String first = stage(0).toString();
    actAs(Role.READER);
    show(DealNavigation.BOARD);

    assertThat(cards(first)).contains("Nur gucken");
    assertThat(offers("Add deal")).isFalse();
    assertThat(board().getElement().getProperty("movable", false)).isFalse();

    navigate(DealNavigation.details(id), DealDetailsView.class);
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Won")).isFalse();
    assertThat(offers("Archive")).isFalse();
  }

  @Test
  void aNewDealNeedsANameAndAppearsOnTheBoard() {
    show(DealNavigation.BOARD);
    click("Add deal");
    click("Save deal");
    assertThat(find(TextField.class).withLabel("Name").single().isInvalid()).isTrue();

    fill("Name", "Brandneu");
    click("Save deal");

    assertThat(cards(stage(0).toString())).startsWith("Brandneu");
  }

  @Test
  void theForecastPutsADealIntoAnotherMonth() {
    LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
    DealId id = deals.create(data("Nächstes Jahr").expectedClose(day).build());
    show(DealNavigation.FORECAST);
    String month = java.time.YearMonth.from(day).toString();
    assertThat(cards(month)).contains("Nächstes Jahr");
    assertThat(find(NativeTable.class).single().getBody().getRowCount()).isEqualTo(8);

    drop(id, java.time.YearMonth.from(day).plusMonths(1).toString(), "");
    assertThat(now(id).data().expectedClose()).isEqualTo(day.plusMonths(1));
    drop(id, "unknown", "");
    assertThat(now(id).data().expectedClose()).isNull();
    drop(id, "overdue", "");
    assertThat(now(id).data().expectedClose()).as("nobody plans for the past").isNull();
  }

  @Test
  void archivedDealsLeaveTheBoardAndComeBackByUndo() {
    DealId id = deal("Kurz weg");
    navigate(DealNavigation.details(id), DealDetailsView.class);
    click("Archive");
    assertThat(deals.find(id)).isEmpty();
    assertThat(cards(stage(0).toString())).doesNotContain("Kurz weg");

    click("Undo");
    assertThat(now(id).data().name()).isEqualTo("Kurz weg");
    assertThat(find(Div.class).withClassName("deal-view").exists()).isTrue();
  }

  @Test
  void aCardAndItsPageSayHowLongTheDealHasBeenInItsStageAndThatItWantsCare() {
    int days = 5;
    Stage rotting = rots(2, days);
    DealId old = arrived("Liegen geblieben", rotting, days);
    DealId fresh = arrived("Ganz frisch", rotting, days - 1);
    show(DealNavigation.BOARD);
    JsonNode left = card(rotting.kept().toString(), old);
    assertThat(left.get("note").asString()).isEqualTo(days + " days");
    assertThat(left.get("warning").asString()).isEqualTo(days + " days, stalled");
    JsonNode young = card(rotting.kept().toString(), fresh);
    assertThat(young.get("note").asString()).isEqualTo(days - 1 + " days");
    assertThat(young.get("warning").asString()).isEmpty();

    navigate(DealNavigation.details(old), DealDetailsView.class);
    assertThat(find(Span.class).withClassName("badge-warning").single().getText())
        .isEqualTo(days + " days, stalled");
    navigate(DealNavigation.details(fresh), DealDetailsView.class);
    assertThat(find(Span.class).withClassName("badge-warning").exists()).isFalse();
  }

  /** Lets deals want care after so many days in a stage. */
  private Stage rots(int place, int days) {
    Pipeline now = pipeline();
    List<Stage> stages = new ArrayList<>(now.stages());
    Stage one = stages.get(place);
    stages.set(
        place, new Stage(one.id(), one.name(), one.state(), one.tone(), one.probability(), days));
    pipelines.save(now, now.name(), stages);
    return pipeline().stages().get(place);
  }

  /** A deal that came into a stage so many days ago. */
  private DealId arrived(String name, Stage stage, int days) {
    StageId other =
        pipeline().open().stream()
            .map(Stage::kept)
            .filter(id -> !id.equals(stage.kept()))
            .findFirst()
            .orElseThrow();
    DealId deal = deals.create(data(name).stageId(other).build());
    Instant then = Instant.now().minus(Duration.ofDays(days)).minusSeconds(60);
    deals.moveAll(List.of(new DatedMove(deal, stage.kept(), then, null)), Reason.EDIT);
    return deal;
  }

  private JsonNode column(String key) {
    for (JsonNode each : (JsonNode) board().getElement().getPropertyRaw("columns")) {
      if (each.get("key").asString().equals(key)) {
        return each;
      }
    }
    throw new AssertionError("no column " + key);
  }

  private JsonNode card(String column, DealId deal) {
    for (JsonNode each : column(column).get("cards")) {
      if (each.get("key").asString().equals(deal.toString())) {
        return each;
      }
    }
    throw new AssertionError("no card " + deal);
  }

  @Test
  void aColumnSaysHowManyDealsItHasAndWhatTheyAreWorthByCurrency() {
    String key = stage(1).toString();
    show(DealNavigation.BOARD);
    int before = Integer.parseInt(column(key).get("count").asString());
    deals.create(
        data("Teuer").stageId(stage(1)).amount(new BigDecimal("987654.5")).currency("NOK").build());
    deals.create(
        data("Billig").stageId(stage(1)).amount(new BigDecimal("0.5")).currency("NOK").build());
    deals.create(data("Leicht").stageId(stage(1)).amount(null).currency(null).build());
    show(DealNavigation.BOARD);
    assertThat(column(key).get("count").asString()).isEqualTo(String.valueOf(before + 3));
    List<String> sums = new ArrayList<>();
    column(key).get("sums").forEach(sum -> sums.add(sum.asString()));
    assertThat(sums).contains(DealTexts.money(new BigDecimal("987655"), "NOK"));
    assertThat(sums).doesNotHaveDuplicates();
  }
}
