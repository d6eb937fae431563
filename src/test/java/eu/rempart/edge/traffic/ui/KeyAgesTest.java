package eu.rempart.edge.traffic.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.ListItem;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.VaultKeys;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.metrics.token.MetricsTokenService;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How old keys are, whoever has them. */
class KeyAgesTest extends WithFirm {

  @Autowired private OversightService oversight;
  @Autowired private RecoveryKitService kits;
  @Autowired private MetricsTokenService tokens;

  @BeforeEach
  void longAgo() {
    sql("UPDATE vault SET created_at = now() - interval '400 days 1 hour'");
    sql(
        """
        INSERT INTO watch_agent (id, zone, name, public_key, admitted_at, state, state_at, heard_at)
        VALUES (gen_random_uuid(), 'BR', 'rio', decode(repeat('07', 32), 'hex'),
            now() - interval '30 days 1 hour', 'ACTIVE', now(), now()),
          (gen_random_uuid(), 'HK', 'kowloon', decode(repeat('08', 32), 'hex'),
            now() - interval '70 days', 'REVOKED', now(), now()),
          (gen_random_uuid(), 'FR', 'lille', decode(repeat('09', 32), 'hex'),
            now() - interval '70 days', 'SUSPENDED', now(), now())
        """);
    tokens.make("Prometheus on mon-1");
    tokens.make("taken back");
    sql("UPDATE metrics_token SET made_at = now() - interval '51 hours'");
    sql("UPDATE metrics_token SET revoked_at = now() WHERE name = 'taken back'");
  }

  @AfterEach
  void forget() {
    sql("DELETE FROM watch_agent");
    sql("DELETE FROM metrics_token");
  }

  private Optional<String> line(String name) {
    return find(ListItem.class).all().stream()
        .map(line -> line.getElement().getTextRecursively())
        .filter(text -> text.contains(name))
        .findFirst();
  }

  @Test
  void whateverOpensSomethingTellsItsAge() {
    open("traffic", "");
    assertThat(line("Key of the organisation").orElseThrow()).endsWith("Age: 400 days");
    assertThat(line("Recovery kit").orElseThrow()).contains("Age: ");
    assertThat(line("Key of the agent: Brazil").orElseThrow()).endsWith("Age: 30 days");
    assertThat(line("Token for metrics: Prometheus on mon-1").orElseThrow())
        .endsWith("Age: 2 days");
  }

  @Test
  void whatOpensNothingIsNotThere() {
    open("traffic", "");
    assertThat(line("Key of the agent: Hong Kong")).isEmpty();
    assertThat(line("Key of the agent: France")).isEmpty();
    assertThat(line("taken back")).isEmpty();
  }

  @Test
  void anEngineerSeesThemToo() {
    act(join(Role.ENGINEER));
    open("traffic", "");
    assertThat(line("Key of the organisation").orElseThrow()).endsWith("Age: 400 days");
    assertThat(line("Token for metrics: Prometheus on mon-1")).isPresent();
  }

  @Test
  void aKitThatIsRenewedIsYoungerThanTheKey() {
    VaultKeys before = oversight.vaultKeys().orElseThrow();
    kits.renew();
    // what happened is written down behind whoever did it
    VaultKeys after =
        await()
            .pollInSameThread()
            .until(
                () -> oversight.vaultKeys().orElseThrow(), now -> now.kit().isAfter(before.kit()));
    assertThat(after.organisation()).isEqualTo(before.organisation());
    assertThat(after.kit()).isAfter(after.organisation());
    open("traffic", "");
    assertThat(line("Recovery kit").orElseThrow()).endsWith("Age: 1 min");
  }
}
