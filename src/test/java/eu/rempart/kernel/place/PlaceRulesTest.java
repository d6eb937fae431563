package eu.rempart.kernel.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.CountryCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where data may go. */
class PlaceRulesTest {

  private static final PlaceRules EUROPE = TestPlaces.europe();
  private static final PlaceRules STRICT = new PlaceRules(AllowedCountries.EUROPE, true, true);

  private static DataPlace mail(@Nullable String country) {
    return new DataPlace(PlaceKind.MAIL, "mail.example", country, "rempart.mail.country");
  }

  private static Optional<CountryCode> registered(String country) {
    return Optional.of(CountryCode.of(country));
  }

  @Test
  void commandsReadWhatAServerWrote() {
    for (PlaceRules rules :
        List.of(EUROPE, new PlaceRules(AllowedCountries.of(List.of("CH")), true, true))) {
      assertThat(PlaceRules.heard(rules.told()::get)).contains(rules);
    }
    assertThat(PlaceRules.heard(_ -> null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FR", "de", " IE ", "IS", "LI", "NO", "GB"})
  void dataGoToEurope(String country) {
    assertThat(EUROPE.refusal(mail(country))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "US, NOT_ALLOWED",
    "CH, NOT_ALLOWED",
    "XX, NO_COUNTRY",
    "EU, NO_COUNTRY",
    "'', NOT_DECLARED"
  })
  void dataGoNowhereElse(String country, PlaceRefusal why) {
    assertThat(EUROPE.refusal(mail(country))).contains(why);
    assertThatThrownBy(() -> EUROPE.require(mail(country)))
        .isInstanceOf(PlaceNotAllowedException.class)
        .hasMessageContaining("mail.example")
        .hasMessageEndingWith("(place-not-allowed)");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSentNoCustomerDataIsNeverRefused(PlaceKind kind) {
    boolean refused = EUROPE.refusal(DataPlace.ofScreen(kind, "far.example", "US")).isPresent();

    assertThat(refused).isEqualTo(kind.rule() == PlaceKind.Rule.ENFORCED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.0.9", "::1", "[::1]", "LOCALHOST"})
  void whatDoesNotLeaveTheMachineNeedsNoCountry(String host) {
    assertThat(EUROPE.refusal(DataPlace.ofScreen(PlaceKind.MAIL, host, null))).isEmpty();
    assertThat(EUROPE.refusal(DataPlace.ofScreen(PlaceKind.SERVER, host, "US")))
        .as("what is declared counts here, too")
        .contains(PlaceRefusal.NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.example", "localhost.example", "1270.0.0.1", "::2"})
  void nameThatLooksLikeTheMachineIsAnother(String host) {
    assertThat(EUROPE.refusal(DataPlace.ofScreen(PlaceKind.MAIL, host, null)))
        .contains(PlaceRefusal.NOT_DECLARED);
  }

  @Test
  void addressRegisteredElsewhereIsRefusedWhereSomebodySaysSo() {
    assertThat(EUROPE.refusal(mail("FR"), registered("US"))).isEmpty();
    assertThat(STRICT.refusal(mail("FR"), registered("US"))).contains(PlaceRefusal.ELSEWHERE);
    assertThat(STRICT.refusal(mail("FR"), registered("FR"))).isEmpty();
    assertThat(STRICT.refusal(mail("FR"), Optional.empty())).as("nobody knows").isEmpty();
  }

  @Test
  void mailboxesAreWhereTheirMembersSayUnlessRestricted() {
    DataPlace box = DataPlace.ofScreen(PlaceKind.MAILBOX, "imap.example", null);

    assertThat(EUROPE.refusal(box, registered("US"))).isEmpty();
    assertThat(STRICT.refusal(box, registered("US"))).contains(PlaceRefusal.NOT_ALLOWED);
    assertThat(STRICT.refusal(box, Optional.empty())).contains(PlaceRefusal.NOT_ALLOWED);
    assertThat(STRICT.refusal(box, registered("DE"))).isEmpty();
  }

  @Test
  void operatorAllowsOtherCountries() {
    PlaceRules rules = new PlaceRules(AllowedCountries.of(List.of("ch", " FR")), false, false);

    assertThat(rules.refusal(mail("CH"))).isEmpty();
    assertThat(rules.refusal(mail("DE"))).contains(PlaceRefusal.NOT_ALLOWED);
    assertThat(rules.allowed()).hasToString("CH, FR");
    assertThat(AllowedCountries.of(List.of())).isEqualTo(AllowedCountries.EUROPE);
    assertThat(AllowedCountries.EUROPE.countries()).hasSize(31);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EU", "X", "", "France", "F R"})
  void whatIsNoCountryCantBeAllowed(String letters) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedCountries.of(List.of("FR", letters)))
        .withMessageContaining("rempart.places.allowed");
  }
}
