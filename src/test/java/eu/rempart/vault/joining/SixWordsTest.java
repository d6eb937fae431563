package eu.rempart.vault.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SixWordsTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theListHasAWordForEveryByteAndNoneTwice() {
    assertThat(SixWords.list()).hasSize(256).allMatch(word -> word.matches("[a-z]{4,9}"));
    assertThat(new HashSet<>(SixWords.list())).hasSize(256);
  }

  @Test
  void theSameKeyHasTheSameWordsOnEveryServer() {
    assertThat(SixWords.of(bytes("a key"))).hasSize(6).isEqualTo(SixWords.of(bytes("a key")));
    assertThat(SixWords.of(bytes("another"))).isNotEqualTo(SixWords.of(bytes("a key")));
  }
}
