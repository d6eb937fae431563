package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened stays on record, also before whoever runs the database. */
class SecurityEventTableTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static UUID event(String address, int daysAgo) {
    UUID id = UUID.randomUUID();
    database
        .owner()
        .execute(
            "INSERT INTO security_event (id, at, kind, severity, address)"
                + " VALUES (?, now() - ? * interval '1 day', 'test.kept', 'NOTICE', ?::inet)",
            id,
            daysAgo,
            address);
    return id;
  }

  private static String address(UUID id) {
    return database
        .owner()
        .fetchSingle("SELECT text(address) FROM security_event WHERE id = ?", id)
        .get(0, String.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM security_event",
        "TRUNCATE security_event",
        "UPDATE security_event SET severity = 'INFO'",
        "UPDATE security_event SET address = NULL",
        "UPDATE security_event SET address = '192.0.2.1'",
        "UPDATE security_event SET at = now() - interval '1 year'"
      })
  void theOwnerOfTheDatabaseTakesNothingBack(String sql) {
    UUID id = event("198.51.100.77", 30);

    assertThatThrownBy(() -> database.owner().execute(sql)).hasMessageContaining("is refused");

    assertThat(address(id)).isEqualTo("198.51.100.77/32");
  }

  @ParameterizedTest
  @CsvSource({"198.51.100.77, 198.51.100.0/24", "2001:db8:1:2::3, 2001:db8:1::/48"})
  void ofAnOldAddressTheNetworkStays(String whole, String network) {
    UUID old = event(whole, 30);
    UUID young = event(whole, 3);

    database.app().execute("SELECT rempart.truncate_addresses(now() - interval '8 days')");

    assertThat(address(old)).isEqualTo(network);
    assertThat(address(young)).startsWith(whole);
  }

  @Test
  void anAddressIsNotForgottenWithinAWeek() {
    UUID young = event("198.51.100.77", 3);

    assertThatThrownBy(
            () ->
                database
                    .owner()
                    .execute(
                        "UPDATE security_event SET address = '198.51.100.0/24' WHERE id = ?",
                        young))
        .hasMessageContaining("is refused");
  }
}
