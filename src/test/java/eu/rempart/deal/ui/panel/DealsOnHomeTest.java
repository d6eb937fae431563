package eu.rempart.deal.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealId;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.WithDeals;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** "Deals that want care" on the first screen, and the marks of what waits elsewhere. */
class DealsOnHomeTest extends WithDeals {

  private static final int DAYS = 14;

  /** A member without other deals, whose page it is. */
  private SignedInMember seller;

  @BeforeEach
  void aStageInWhichNothingMayRest() {
    sql("UPDATE pipeline_stage SET rotting_days = ? WHERE id = ?", DAYS, stage(1).value());
    seller = act(join(Role.MEMBER));
  }

  @AfterEach
  void letThemRestAgain() {
    admin();
    sql("UPDATE pipeline_stage SET rotting_days = NULL WHERE id = ?", stage(1).value());
  }

  private DealDataBuilder mine(String name) {
    return data(name).ownerId(seller.memberId());
  }

  private DealId keep(DealDataBuilder data) {
    return deals.create(data.build());
  }

  private DealId waiting(String name, int days) {
    DealId id = keep(mine(name).stageId(stage(1)));
    sql(
        "UPDATE deal SET stage_since = now() - ? * interval '1 day' - interval '1 hour' WHERE id ="
            + " ?",
        days,
        id.value());
    return id;
  }

  private Section card() {
    return find(Section.class).all().stream()
        .filter(
            section ->
                find(H2.class, section).all().stream()
                    .anyMatch(title -> title.getText().equals("Deals that want care")))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return find(Anchor.class, card()).all().stream().map(Anchor::getText).toList();
  }

  private String said(String name) {
    ListItem line =
        find(ListItem.class, card()).all().stream()
            .filter(item -> find(Anchor.class, item).single().getText().equals(name))
            .findFirst()
            .orElseThrow();
    return find(Span.class, line).withClassName("link-what").single().getText();
  }

  @Test
  void whoseDealsAreAllWellIsToldSo() {
    keep(mine("Gesund").stageId(stage(1)).expectedClose(LocalDate.now(Formats.zone())));
    show("");
    assertThat(find(Paragraph.class, card()).all())
        .extracting(Paragraph::getText)
        .containsExactly("No deal of yours waits for you.");
  }

  @Test
  void whatWaitsTooLongOrShouldHaveBeenWonIsListedTheLongestFirst() {
    DealId rotten = waiting("Faulig", DAYS + 6);
    waiting("Gerade noch", DAYS - 1);
    waiting("Ab heute", DAYS);
    LocalDate past = LocalDate.now(Formats.zone()).minusDays(3);
    keep(mine("Überfällig").expectedClose(past));
    DealId won = keep(mine("Gewonnen").expectedClose(past));
    boards.win(won, 1);
    deals.create(data("Fremd").ownerId(admin().memberId()).expectedClose(past).build());
    act(seller);

    show("");

    assertThat(names()).containsExactly("Faulig", "Ab heute", "Überfällig");
    assertThat(said("Faulig")).contains("1,200", stageName(1), DAYS + 6 + " days");
    assertThat(said("Faulig")).doesNotContain("Expected");
    assertThat(said("Überfällig")).contains("Expected " + Formats.date(past));
    assertThat(find(Anchor.class, card()).all().getFirst().getHref())
        .isEqualTo(DealNavigation.details(rotten));
  }

  private String stageName(int place) {
    return pipeline().stages().get(place).name();
  }

  @Test
  void noMoreThanSevenAreShownHere() {
    for (int i = 0; i < 9; i++) {
      waiting("Faulig " + i, DAYS + i);
    }
    show("");
    assertThat(names()).hasSize(7).startsWith("Faulig 8").doesNotContain("Faulig 1");
  }

  @Test
  void itsCardAndItsPageSayThatItWaits() {
    DealId rotten = waiting("Faulig " + seller.memberId(), DAYS + 6);
    waiting("Frisch " + seller.memberId(), 2);

    show(DealNavigation.details(rotten));
    assertThat(find(Span.class).all())
        .extracting(Component::getElement)
        .anyMatch(element -> element.getTextRecursively().contains(DAYS + 6 + " days"));

    show(DealNavigation.BOARD);
    assertThat(card("Faulig " + seller.memberId()).get("warning").asString()).contains("stalled");
    assertThat(card("Faulig " + seller.memberId()).get("note").asString())
        .contains(DAYS + 6 + " days");
    assertThat(card("Frisch " + seller.memberId()).get("warning").asString()).isEmpty();
    assertThat(card("Frisch " + seller.memberId()).get("note").asString()).contains("2 days");
  }

  private JsonNode card(String title) {
    for (JsonNode column : (JsonNode) board().getElement().getPropertyRaw("columns")) {
      for (JsonNode each : column.get("cards")) {
        if (each.get("title").asString().equals(title)) {
          return each;
        }
      }
    }
    throw new AssertionError("no card " + title);
  }
}
