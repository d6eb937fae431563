package eu.rempart.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.InvalidEmailAddressException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean.dupont@example.fr",
        "o'neill+crm@mail.example.com",
        "müller@bücher.example",
        "ștefan@exemplu.ro",
        "root@localhost",
        "a@b.co"
      })
  void addressesInUseAreAccepted(String text) {
    assertThat(EmailAddress.of(text).value()).isEqualTo(text);
  }

  @Test
  void spellingsOfOneMailboxAreEqual() {
    assertThat(EmailAddress.of("  Jean.DUPONT@Example.FR "))
        .isEqualTo(EmailAddress.of("jean.dupont@example.fr"));
    assertThat(EmailAddress.of("info@xn--bcher-kva.example"))
        .isEqualTo(EmailAddress.of("info@BÜCHER.example"));
    assertThat(EmailAddress.of("re\u0301ne@example.fr"))
        .isEqualTo(EmailAddress.of("réne@example.fr"));
  }

  @ParameterizedTest
  @CsvSource({
    "'   ', BLANK",
    "jean dupont@example.fr, CHARACTER",
    "<b>@example.fr, CHARACTER",
    "jean@dupont@example.fr, CHARACTER",
    "jean.example.fr, SYNTAX",
    "@example.fr, SYNTAX",
    "jean@, SYNTAX",
    "jean@example, SYNTAX",
    "jean@.fr, SYNTAX",
    "jean@exam..ple.fr, SYNTAX",
    "jean@-example.fr, SYNTAX",
    "jean@1.2.3.4, SYNTAX",
    ".jean@example.fr, SYNTAX",
    "je..an@example.fr, SYNTAX",
  })
  void othersAreRefusedWithTheReason(String text, Reason reason) {
    assertThat(EmailAddress.parse(text)).isEmpty();
    assertThatThrownBy(() -> EmailAddress.of(text))
        .isInstanceOfSatisfying(
            InvalidEmailAddressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageNotContaining("jean");
  }

  @Test
  void sizeIsCheckedFirst() {
    assertThatThrownBy(() -> EmailAddress.of("a".repeat(300) + "@example.fr"))
        .hasMessageContaining("254");
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.fr")).isEmpty();
    assertThat(EmailAddress.parse(null)).isEmpty();
  }

  @Test
  void partsAreAtHandAndLogsShowNothing() {
    var address = EmailAddress.of("jean@example.fr");
    assertThat(address.localPart()).isEqualTo("jean");
    assertThat(address.domain()).isEqualTo("example.fr");
    assertThat(address.toString()).doesNotContain("jean");
  }
}
