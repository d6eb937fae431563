package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every record that somebody owns, or that belongs to one, is guarded in the database. */
class GuardTest {

  /** Shared with all or with nobody, by a choice of its owner; no record of customers. */
  private static final String SAVED_VIEW = "saved_view";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void everyOwnedRecordIsGuardedWithItsHistoryItsArchiveAndItsParts() {
    Set<String> guarded =
        new HashSet<>(
            database
                .owner()
                .fetch("SELECT relname FROM pg_class WHERE relrowsecurity")
                .getValues(0, String.class));
    Set<String> open = new TreeSet<>();
    Set<String> owned = new HashSet<>();
    for (KeptTable<?, ?, ?> table : KeptTables.all()) {
      if ((table.column("owner_id").isPresent() && !table.name().equals(SAVED_VIEW))
          || table.belongsTo().values().stream().anyMatch(owned::contains)) {
        owned.add(table.name());
        for (String each :
            List.of(table.name(), table.name() + "_history", table.name() + "_archive")) {
          if (!guarded.contains(each)) {
            open.add(each);
          }
        }
      }
    }
    assertThat(owned).contains("contact", "company", "deal", "contact_company", "contact_photo");
    assertThat(open).as("SELECT rempart.guard('…') in their migration").isEmpty();
  }
}
