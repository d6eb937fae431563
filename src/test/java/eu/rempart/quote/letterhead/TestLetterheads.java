package eu.rempart.quote.letterhead;

import eu.rempart.account.Rights;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;

/** The letterhead over a test database. */
public final class TestLetterheads {

  private TestLetterheads() {}

  public static LetterheadService service(TestDatabase database, Writes writes, Rights rights) {
    return new LetterheadService(
        new LetterheadRepository(database.app(), new TestSealing()), writes, rights);
  }
}
