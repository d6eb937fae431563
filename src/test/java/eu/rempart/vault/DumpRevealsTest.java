package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.vault.answer.VaultFacts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the security page says of a dump is as long as the truth: whoever adds such a column adds it
 * here, having looked whether the sentence still tells of it.
 */
class DumpRevealsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void whereAddressesStandInClear() {
    assertThat(VaultFacts.DUMP_REVEALS).contains("vault.dump.addresses", "vault.dump.signins");
    assertThat(columns("data_type IN ('inet', 'cidr')")).containsExactly("security_event.address");
  }

  @Test
  void whereReasonsStandInClearThatPeopleType() {
    assertThat(VaultFacts.DUMP_REVEALS).contains("vault.dump.reasons", "vault.dump.watch");
    assertThat(columns("data_type = 'text' AND domain_name IS NULL AND column_name = 'reason'"))
        .containsExactly(
            "alert_silence.reason",
            "alert_step.reason",
            "edge_allowed.reason",
            "edge_ban.reason",
            "edge_rule.reason",
            "ledger.reason",
            "purge_request.reason");
  }

  @Test
  void everySentenceIsThereInEveryLanguage() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"))) {
      ResourceBundle texts = ResourceBundle.getBundle("i18n.vault", language);
      assertThat(VaultFacts.DUMP_REVEALS)
          .as("%s", language)
          .allSatisfy(key -> assertThat(texts.getString(key)).isNotBlank());
    }
  }

  /** Of tables that are no partitions of others. */
  private static List<String> columns(String condition) {
    return database
        .owner()
        .fetch(
            """
            SELECT c.table_name || '.' || c.column_name
            FROM information_schema.columns c
            JOIN pg_class p ON p.oid = (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass
            WHERE c.table_schema = 'public' AND NOT p.relispartition AND p.relkind IN ('r', 'p') AND
            """
                + condition
                + " ORDER BY 1")
        .getValues(0, String.class);
  }
}
