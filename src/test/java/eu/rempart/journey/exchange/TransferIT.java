package eu.rempart.journey.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import eu.rempart.journey.Chromium;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much goes over the wire to somebody who works with the list of contacts. */
class TransferIT {

  private static final long FIRST_LOAD = 1_200_000;
  private static final long PAGE_OF_THE_LIST = 50_000;

  /** Far less than it can be; a count that is lower counts wrongly. */
  private static final long ROWS_AT_LEAST = 2_000;

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void theListIsSmallOnTheWireOnceTheApplicationIsLoaded(Way way) throws Exception {
    try (Browser browser = Chromium.trusting(installation.certificate());
        Person person = Person.at(installation, way, browser)) {
      Transfers transfers = new Transfers(person.page());
      person.signIn();
      openList(person);
      assertThat(transfers.taken())
          .as("first load, from the sign-in to the list")
          .isBetween(100_000L, FIRST_LOAD);

      openList(person);
      assertThat(transfers.taken())
          .as("the list opened again by its address")
          .isBetween(ROWS_AT_LEAST, PAGE_OF_THE_LIST);

      Locator seen = record(person, person.record("").first().getAttribute("href"));
      person.page().evaluate("document.querySelector('vaadin-grid').scrollToIndex(75)");
      transfers.awaitSome();
      person.settle();
      assertThat(seen).hasCount(0);
      assertThat(person.record("").first()).isVisible();
      assertThat(transfers.taken())
          .as("the next page by scrolling")
          .isBetween(ROWS_AT_LEAST, PAGE_OF_THE_LIST);
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static Locator record(Person person, String address) {
    return person.main().locator("a[href='%s']:visible".formatted(address));
  }

  private static void openList(Person person) {
    person.open("/contacts");
    assertThat(person.record("").first()).isVisible();
    person.settle();
  }
}
