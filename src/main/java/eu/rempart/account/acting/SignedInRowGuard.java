package eu.rempart.account.acting;

import eu.rempart.account.CurrentMember;
import eu.rempart.db.RowGuard;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets the database answer only what whoever acts on this thread may read. */
@Component
class SignedInRowGuard implements RowGuard {

  private final CurrentMember current;

  SignedInRowGuard(CurrentMember current) {
    this.current = current;
  }

  @Override
  public Map<String, String> settings() {
    return current.rights().settings();
  }
}
