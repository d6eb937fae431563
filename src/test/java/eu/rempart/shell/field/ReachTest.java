package eu.rempart.shell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which number a phone's button calls. */
class ReachTest {

  private static PhoneEntry phone(String number, boolean primary, boolean no, boolean wrong) {
    return new PhoneEntry(
        PhoneNumber.of(number, CountryCode.of("FR")), PhoneKind.MOBILE, primary, no, wrong);
  }

  @Test
  void primaryNumberIsCalledFirst() {
    assertThat(
            Reach.call(
                List.of(
                    phone("06 12 34 56 78", false, false, false),
                    phone("02 31 00 00 01", true, false, false))))
        .map(Anchor::getHref)
        .contains("tel:+33231000001");
  }

  @Test
  void aNumberWithoutItsCountryIsCalledAsItWasTyped() {
    var typed = new PhoneNumber("0471 12 34 56", null);
    var entry = new PhoneEntry(typed, PhoneKind.WORK, true, false, false);

    assertThat(Reach.call(List.of(entry))).map(Anchor::getHref).contains("tel:0471123456");
    assertThat(links(entry)).extracting(Anchor::getHref).containsExactly("tel:0471123456");
  }

  @Test
  void whatIsNoNumberAloneIsNotCalled() {
    var typed = new PhoneNumber("0471 12 ask for Anna", null);
    var entry = new PhoneEntry(typed, PhoneKind.WORK, true, false, false);

    assertThat(Reach.call(List.of(entry))).isEmpty();
    assertThat(links(entry)).isEmpty();
  }

  private static List<Anchor> links(PhoneEntry entry) {
    return Stream.of(Reach.phones(List.of(entry)))
        .flatMap(ReachTest::within)
        .filter(Anchor.class::isInstance)
        .map(Anchor.class::cast)
        .toList();
  }

  private static Stream<Component> within(Component component) {
    return Stream.concat(Stream.of(component), component.getChildren().flatMap(ReachTest::within));
  }

  @Test
  void nobodyCallsForbiddenOrUnassignedNumbers() {
    assertThat(
            Reach.call(
                List.of(
                    phone("06 12 34 56 78", true, true, false),
                    phone("02 31 00 00 01", false, false, true))))
        .isEmpty();
  }
}
