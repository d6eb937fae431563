package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  @Test
  void aPathOfThisSiteIsFollowed() {
    assertThat(ReturnPath.of("contacts/0a1b-2c")).contains("/contacts/0a1b-2c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "",
        "/",
        "/login",
        "/a?b=c",
        "/a#b",
        "/a\r\nSet-Cookie: x",
        "javascript:alert(1)"
      })
  void everythingElseIsNot(String wanted) {
    assertThat(ReturnPath.of(wanted)).isEmpty();
  }
}
