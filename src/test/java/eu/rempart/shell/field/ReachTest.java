package eu.rempart.shell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import java.util.List;
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
  void nobodyCallsForbiddenOrUnassignedNumbers() {
    assertThat(
            Reach.call(
                List.of(
                    phone("06 12 34 56 78", true, true, false),
                    phone("02 31 00 00 01", false, false, true))))
        .isEmpty();
  }
}
