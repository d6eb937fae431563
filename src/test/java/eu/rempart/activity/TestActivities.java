package eu.rempart.activity;

import eu.rempart.account.Role;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.deal.TestDeals;
import eu.rempart.search.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The services of activities over a test database, for whoever is told to act. */
public final class TestActivities {

  public final TestDeals deals;
  public final ActivityService activities;
  public final ManyActivitiesService many;
  final ActivityRepository repository;
  final ActivityLinkRepository links;

  /**
   * @param index that is told what changed
   */
  public TestActivities(TestDatabase database, SearchIndex index) throws Exception {
    deals = new TestDeals(database);
    links = new ActivityLinkRepository(database.app());
    repository = new ActivityRepository(database.app(), new TestSealing(), links);
    CustomChecks custom = TestCustomFields.checks(database);
    activities =
        new ActivityService(
            repository, links, index, deals.writes, deals.rights, custom, event -> {});
    many =
        new ManyActivitiesService(
            repository, index, deals.writes, deals.rights, custom, event -> {});
  }

  public TestActivities(TestDatabase database) throws Exception {
    this(database, new SearchIndex(List::of, Locale.FRENCH));
  }

  public <T> T as(Role role, Callable<T> work) throws Exception {
    return deals.as(role, work);
  }

  public Activity now(ActivityId id) throws Exception {
    return as(Role.READER, () -> activities.find(id).orElseThrow());
  }

  public ContactId contact() {
    return deals.contact();
  }

  public CompanyId company() {
    UUID id = UUID.randomUUID();
    deals
        .database
        .app()
        .execute("INSERT INTO company (id, name) VALUES (?, ?)", id, new byte[] {1});
    return new CompanyId(id);
  }

  /** Brings back from the bin what was archived of this table. */
  public void restore(String table, UUID id) {
    UUID entry =
        (UUID)
            deals
                .database
                .app()
                .fetchSingle("SELECT archive_id FROM " + table + "_archive WHERE id = ?", id)
                .get(0);
    deals.writes.run(Reason.RESTORE, change -> KeptTable.restore(deals.database.app(), entry));
  }
}
