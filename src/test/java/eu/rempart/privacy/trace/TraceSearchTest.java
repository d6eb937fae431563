package eu.rempart.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A search is whole only where nothing was left out: once the person is gone nobody can look. */
class TraceSearchTest {

  private final TraceSearch search = new TraceSearch();

  @Test
  void oneThatEndedIsWholeAndStaysSo() {
    assertThat(search.isWhole()).isFalse();
    search.end(false);
    search.cancel();
    assertThat(search.isWhole()).isTrue();
    assertThat(search.isCancelled()).isFalse();
  }

  @Test
  void oneThatBrokeOffIsNot() {
    search.end(true);
    assertThat(search.isWhole()).isFalse();
  }

  @Test
  void oneWithoutTheIndexIsNot() {
    search.withoutIndex();
    search.end(false);
    assertThat(search.isWhole()).isFalse();
  }

  @Test
  void oneThatWasCancelledIsNot() {
    search.cancel();
    search.end(false);
    assertThat(search.isWhole()).isFalse();
    assertThat(search.isCancelled()).isTrue();
  }
}
