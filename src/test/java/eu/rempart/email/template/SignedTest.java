package eu.rempart.email.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written goes above the signature. */
class SignedTest {

  @Test
  void aSignatureStandsBelowOnLinesOfItsOwn() {
    assertThat(Signed.with("Dear", "Ada\nFirm")).isEqualTo("Dear\n\n-- \nAda\nFirm");
    assertThat(Signed.with("", "Ada")).isEqualTo("\n\n-- \nAda");
    assertThat(Signed.with("Dear", "")).isEqualTo("Dear");
  }

  @Test
  void moreWordsStandAboveIt() {
    assertThat(Signed.above("Dear\n\n-- \nAda", "Zoe")).isEqualTo("Dear Zoe\n\n-- \nAda");
    assertThat(Signed.above("\n\n-- \nAda", "Zoe")).isEqualTo("Zoe\n\n-- \nAda");
    assertThat(Signed.above("Dear", "Zoe")).isEqualTo("Dear Zoe");
    assertThat(Signed.above("Dear\n", "Zoe")).isEqualTo("Dear\nZoe");
    assertThat(Signed.above("", "Zoe")).isEqualTo("Zoe");
    assertThat(Signed.above("One -- two", "Zoe"))
        .as("no line of its own")
        .isEqualTo("One -- two Zoe");
  }
}
