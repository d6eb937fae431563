package eu.rempart.customfield;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.db.Actor;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.sealed.TestSealing;

/** Custom fields for the tests of the rooms whose records have them. */
public final class TestCustomFields {

  private TestCustomFields() {}

  public static CustomChecks checks(TestDatabase database) {
    return new CustomChecks(new CustomFieldRepository(database.app(), new TestSealing()));
  }

  public static CustomIndex index(TestDatabase database) {
    return new CustomIndex(new CustomFieldRepository(database.app(), new TestSealing()));
  }

  public static CustomFieldService service(TestDatabase database, CurrentMember current) {
    return new CustomFieldService(
        new CustomFieldRepository(database.app(), new TestSealing()),
        database.writes(() -> current.find().map(member -> Actor.manual(member.memberId()))),
        new Rights(current));
  }
}
