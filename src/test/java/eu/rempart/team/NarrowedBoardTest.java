package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealMove;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.shell.board.CardBoard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Boards offer, to whoever may not change some fields of deals, what they may do. */
class NarrowedBoardTest extends WithNarrowedMembers {

  @Autowired private BoardService boards;

  private SignedInMember eve(String column, FieldRule rule) {
    return narrowed(Role.MEMBER, without("deal", Map.of(column, rule)));
  }

  private Deal now(DealId id) {
    return deals.find(id).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(FieldRule.class)
  void whoMayNotWriteTheReasonGivesUpADealAllTheSame(FieldRule rule) {
    DealId id = deal("Given up", null, null);
    as(
        eve("lost_reason", rule),
        () -> {
          open(DealNavigation.details(id), "");
          click("Lost");
          assertThat(find(TextArea.class).withLabel("Reason for the loss").exists()).isFalse();
          return id;
        });

    assertThat(now(id).standing().state()).isEqualTo(DealState.LOST);
    assertThat(now(id).data().lostReason()).isNull();
  }

  @Test
  void aDealThatWasLostForAReasonIsOpenedAgain() {
    DealId id = deal("Opened again", null, null);
    assertThat(boards.lose(id, now(id).version(), "Too dear")).isInstanceOf(DealMove.Done.class);
    SignedInMember eve = eve("lost_reason", FieldRule.READ_ONLY);
    int version = now(id).version();

    assertThat(as(eve, () -> boards.reopen(id, version))).isInstanceOf(DealMove.Done.class);
    assertThat(now(id).standing().state()).isEqualTo(DealState.OPEN);
    assertThat(now(id).data().lostReason()).isNull();
  }

  @Test
  void cardsOfAForecastAreMovedByWhoMayChangeTheDay() {
    deal("Expected", null, null);
    open(DealNavigation.FORECAST, "");
    assertThat(movable()).isTrue();
    act(eve("expected_close", FieldRule.READ_ONLY));
    open(DealNavigation.FORECAST, "");
    assertThat(movable()).isFalse();
  }

  private boolean movable() {
    return find(CardBoard.class).single().getElement().getProperty("movable", false);
  }
}
