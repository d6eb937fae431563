package eu.rempart.account.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import eu.rempart.account.WithApplication;
import eu.rempart.home.HomeFolder;
import eu.rempart.tls.AuthorityNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** For which names the own authority may issue, as the Security page says it. */
class AuthorityNamesTest extends WithApplication {

  private static final String REPLACE = "./rempart ca renew --authority --new-key";

  @Autowired private HomeFolder home;

  @ParameterizedTest
  @CsvSource({
    "en, The authority may issue for, any site",
    "fr, L’autorité peut émettre pour, n’importe quel site",
    "de, Die Stelle darf ausstellen für, jede Website",
    "nl, De autoriteit mag uitgeven voor, elke website"
  })
  void pageSaysThatAnAuthorityMayIssueForAnySite(Locale language, String name, String any)
      throws IOException {
    admin();
    UI.getCurrent().setLocale(language);
    assertThat(textOf(OperationsView.class)).doesNotContain(any);
    Path authority = home.path().resolve("tls/ca.pem");
    byte[] before = Files.exists(authority) ? Files.readAllBytes(authority) : new byte[0];
    Files.createDirectories(authority.resolveSibling(""));
    Files.write(authority, unbound());
    try {
      assertThat(textOf(SecurityView.class)).contains(name, any, REPLACE);
    } finally {
      if (before.length == 0) {
        Files.delete(authority);
      } else {
        Files.write(authority, before);
      }
    }
  }

  @Test
  void namesAreSaidAndThoseThatItMayNotIssueFor() {
    assertThat(text(new AuthorityNames(List.of("crm.example.org", "127.0.0.1"), List.of())))
        .isEqualTo("crm.example.org, 127.0.0.1");
    assertThat(text(new AuthorityNames(List.of("old.example.org"), List.of("new.example.org"))))
        .startsWith("old.example.org")
        .contains("may not issue for new.example.org", REPLACE);
  }

  private String textOf(Class<? extends Component> page) {
    return navigate(page).getElement().getTextRecursively();
  }

  private static String text(AuthorityNames names) {
    return Certificates.bounds(names).getElement().getTextRecursively();
  }

  /** The certificate of an authority of before name constraints; it ends in 2126. */
  private static byte[] unbound() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            AuthorityNamesTest.class.getResourceAsStream("/tls/authority-for-any-site.pem"))) {
      return in.readAllBytes();
    }
  }
}
