package eu.rempart.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.common.SaveResult;
import eu.rempart.db.TestDatabase;
import eu.rempart.quote.money.QuoteProblem;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Vat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a quote came to stays so much of its currency where its lines do not open. */
class SealedQuoteMoneyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestQuotes house;
  private Quote damaged;

  @BeforeEach
  void damage() throws Exception {
    house = new TestQuotes(database);
    QuoteId id = house.draft();
    database
        .app()
        .execute(
            "UPDATE quote SET lines = (SELECT lines FROM quote WHERE id = ?) WHERE id = ?",
            house.draft().value(),
            id.value());
    damaged = house.now(id);
    assertThat(damaged.unopenable()).containsOnlyKeys(QuoteField.LINES);
  }

  private SaveResult<Quote, QuoteField> save(QuoteData after) throws Exception {
    return house.as(
        Role.MEMBER,
        () -> house.quotes.save(damaged.id(), damaged.version(), damaged.data(), after));
  }

  private QuoteRow row() throws Exception {
    return house.as(Role.READER, () -> house.quotes.rows(List.of(damaged.id()))).getFirst();
  }

  @Test
  void theCurrencyStaysWithTheLines() throws Exception {
    QuoteRow before = row();
    assertThatThrownBy(() -> save(damaged.data().toBuilder().currency("CHF").build()))
        .isInstanceOfSatisfying(
            QuoteRefusedException.class,
            e -> assertThat(e.problem()).isEqualTo(QuoteProblem.CURRENCY_OF_SEALED));
    assertThat(row()).isEqualTo(before);
    assertThat(save(damaged.data().toBuilder().title("Larger roof").build()))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(row().total()).isEqualByComparingTo(before.total());
    assertThat(row().currency()).isEqualTo("EUR");
  }

  @Test
  void itChangesWithLinesThatAreFilledInAnew() throws Exception {
    QuoteLine work = TestQuotes.line(null, "Work", "2", "50", "CHF", Vat.standard("10"));
    save(damaged.data().toBuilder().currency("CHF").lines(List.of(work)).build());
    assertThat(row().currency()).isEqualTo("CHF");
    assertThat(row().total()).isEqualByComparingTo("110");
  }
}
