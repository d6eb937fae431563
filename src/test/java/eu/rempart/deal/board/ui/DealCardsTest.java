package eu.rempart.deal.board.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import eu.rempart.deal.board.BoardService;
import org.junit.jupiter.api.Test;

/** What the button of a column says that has more cards. */
class DealCardsTest extends BrowserlessTest {

  @Test
  void itSaysHowManyItWillShowAndOfHowMany() {
    assertThat(DealCards.more(0)).isEmpty();
    assertThat(DealCards.more(1)).isEqualTo("Show the last one");
    assertThat(DealCards.more(20)).isEqualTo("Show the remaining 20");
    assertThat(DealCards.more(BoardService.PAGE + 30)).isEqualTo("Show 50 of 80 more");
  }
}
