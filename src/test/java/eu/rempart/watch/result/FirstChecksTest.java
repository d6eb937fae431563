package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What a new installation watches of itself, whatever its address looks like. */
class FirstChecksTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final WatchLab lab = new WatchLab(database);

  @ParameterizedTest
  @CsvSource({
    "::1, [::1]:8443",
    "2001:db8::1, [2001:db8::1]:8443",
    "a_b, a_b:8443",
    "CRM.example, crm.example:8443",
    "'', localhost:8443"
  })
  void aNameOrAnAddressIsWatched(String name, String watched) {
    Target.Remote page = FirstChecks.page(" ", List.of(" ", name), 8_443);
    assertThat(page.hostAndPort()).isEqualTo(watched);
    assertThat(page.path()).isEqualTo("/status");
  }

  @Test
  void theAddressInLettersGoesBeforeNames() {
    assertThat(FirstChecks.page("https://crm.example/", List.of("other"), 8_443).hostAndPort())
        .isEqualTo("crm.example:443");
    assertThat(FirstChecks.page("https://crm.example:99", List.of(), 8_443).hostAndPort())
        .isEqualTo("crm.example:99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm.example.org", "https://a_b/", "mailto:x@y", "ht tp:", "https://"})
  void anAddressWithoutAHostDoesNotKeepTheApplicationFromStarting(String site) {
    FirstChecks checks =
        new FirstChecks(lab.checks, database.transactions(), site, List.of(), 8_443);
    int before = lab.checks.all().size();
    checks.prepare();
    assertThat(lab.checks.all()).hasSize(before);
    assertThatThrownBy(() -> FirstChecks.page(site, List.of(), 8_443))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FirstChecks.page("", List.of("*.example.org"), 8_443))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nodesThatStartAtOnceMakeThemOnce() throws Exception {
    DefaultChecks defaults =
        new DefaultChecks(lab.checks, new TransactionTemplate(database.transactions()));
    Target.Remote page = FirstChecks.page("", List.of("crm.example"), 443);
    Thread second =
        Thread.ofPlatform().unstarted(() -> defaults.prepare(page, lab.clock.instant()));
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(
            _ -> {
              defaults.prepare(page, lab.clock.instant());
              second.start();
              await().atMost(Patience.LONG).until(FirstChecksTest::somebodyWaits);
            });
    second.join();
    assertThat(lab.checks.all()).hasSize(7);
  }

  private static boolean somebodyWaits() {
    return database
            .owner()
            .fetchSingle("SELECT count(*) FROM pg_locks WHERE NOT granted")
            .get(0, Long.class)
        > 0;
  }
}
