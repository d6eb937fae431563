package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.SaveResult;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteDataBuilder;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.Vat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a quote comes to follows from all of it, whatever whoever writes is shown. */
class NarrowedQuoteMoneyTest extends WithNarrowedMembers {

  @Autowired private QuoteService quotes;

  private static QuoteLine hours(int number) {
    return new QuoteLine(
        null,
        "Work",
        "h",
        BigDecimal.valueOf(number),
        new BigDecimal("50"),
        "EUR",
        BigDecimal.ZERO,
        Vat.standard("19"));
  }

  private QuoteId quote() {
    return quotes.create(
        QuoteData.builder()
            .title("Roof")
            .currency("EUR")
            .lines(List.of(hours(10)))
            .discount(new Discount.Percent(BigDecimal.TEN))
            .build());
  }

  private BigDecimal net(QuoteId id) {
    return Objects.requireNonNull(quotes.rows(List.of(id)).getFirst().net());
  }

  private void change(String hidden, QuoteId id, UnaryOperator<QuoteDataBuilder> edit) {
    SignedInMember eve = narrowed(Role.MEMBER, without("quote", Map.of(hidden, FieldRule.HIDDEN)));
    Quote seen = as(eve, () -> quotes.find(id)).orElseThrow();
    QuoteData after = edit.apply(seen.data().toBuilder()).build();
    assertThat(as(eve, () -> quotes.save(id, seen.version(), seen.data(), after)))
        .isInstanceOf(SaveResult.Saved.class);
  }

  @Test
  void linesThatAreHiddenCountWhereTheDiscountChanges() {
    QuoteId id = quote();
    assertThat(net(id)).isEqualByComparingTo("450");
    change("lines", id, quote -> quote.discount(Discount.NONE));
    assertThat(net(id)).isEqualByComparingTo("500");
  }

  @Test
  void aDiscountThatIsHiddenCountsWhereTheLinesChange() {
    QuoteId id = quote();
    change("discount_percent", id, quote -> quote.lines(List.of(hours(20))));
    assertThat(net(id)).isEqualByComparingTo("900");
    assertThat(quotes.find(id).orElseThrow().data().discount())
        .isEqualTo(new Discount.Percent(BigDecimal.TEN));
  }
}
