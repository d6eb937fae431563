package eu.rempart.shell.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchMemoTest {

  private final SearchMemo memo = new SearchMemo();

  @Test
  void anAddressFindsAgainAndTellsNobody() {
    String address =
        ListAddress.of("le goff", Optional.empty(), memo).parameters().getQueryString();

    assertThat(address).isEqualTo("found=1");
    assertThat(ListAddress.parse(QueryParameters.fromString(address), memo).text())
        .isEqualTo("le goff");
  }

  @Test
  void anAddressFromAnotherSessionFindsEverybody() {
    String number = new SearchMemo().keep("le goff");

    assertThat(memo.recall(number)).isEmpty();
    assertThat(memo.recall("le goff")).isEmpty();
  }

  @Test
  void theSameTextHasTheSameNumber() {
    String number = memo.keep("le goff");
    memo.keep("dupont");

    assertThat(memo.keep("le goff")).isEqualTo(number);
    assertThat(memo.keep("")).isEmpty();
  }

  @Test
  void theOldestTextGoesFirst() {
    String first = memo.keep("first");
    String second = memo.keep("second");
    for (int i = 0; i < 498; i++) {
      memo.keep("text " + i);
    }
    assertThat(memo.recall(first)).isEqualTo("first");

    memo.keep("one too many");

    assertThat(memo.recall(second)).isEmpty();
    assertThat(memo.recall(first)).isEqualTo("first");
  }
}
