package eu.rempart.contact;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.history.RecordKind;
import eu.rempart.search.SearchIndex;
import java.util.List;
import java.util.Locale;

/** The room of contacts put together by hand, for tests of rooms that need people. */
public final class TestContacts {

  private TestContacts() {}

  /** Without anything in the index. */
  public static ContactService service(
      TestDatabase database, Sealing sealing, Writes writes, Rights rights) {
    return new ContactService(
        new ContactRepository(database.app(), sealing, new LinkRepository(database.app(), sealing)),
        new SearchIndex(List::of, Locale.FRENCH),
        writes,
        rights,
        TestCustomFields.checks(database));
  }

  /** What history and bin know about contacts. */
  public static RecordKind kind() {
    return new ContactKind(new Rights(new CurrentMember()));
  }
}
