package eu.rempart.account.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.shell.text.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventTextTest {

  private static final Pattern KIND =
      Pattern.compile(
          "\"((?:vault|account|security|edge|exchange|privacy|alert\\.answer)\\.[a-z.]+)\"(?:,"
              + " Severity|, SecurityEvent\\.Sev|\\)|;)");

  /** What is recorded; what else looks like it are keys of texts. */
  @Test
  void everyKindOfEventHasWords() throws IOException {
    var words = new Catalogue().of(Locale.ENGLISH).keySet();
    var kinds = new TreeSet<String>();
    try (var files = Files.walk(Path.of("main/java/eu/rempart"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(EventTextTest::read)
          .flatMap(text -> KIND.matcher(text).results().map(match -> match.group(1)))
          .filter(kind -> !words.contains(kind))
          .forEach(kinds::add);
    }
    assertThat(kinds).contains("vault.field.unopenable", "account.signin.done");
    assertThat(
            kinds.stream()
                .filter(kind -> !words.contains("account.event." + kind))
                .collect(Collectors.toSet()))
        .as("kinds of security events without words in i18n/account.properties")
        .isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
