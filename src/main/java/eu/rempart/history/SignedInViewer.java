package eu.rempart.history;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is signed in, with the rights of their role. */
@Component
class SignedInViewer implements Viewer {

  private final CurrentMember current;
  private final Rights rights;

  SignedInViewer(CurrentMember current, Rights rights) {
    this.current = current;
    this.rights = rights;
  }

  @Override
  public UUID memberId() {
    return current.id();
  }

  @Override
  public boolean may(Act act) {
    return current.may(right(act));
  }

  @Override
  public void require(Act act) {
    rights.require(right(act));
  }

  @Override
  public void require(Act act, String kind, Collection<UUID> ids) {
    rights.require(right(act), kind, ids);
  }

  @Override
  public Set<String> hidden(String kind) {
    return rights.hidden(kind);
  }

  @Override
  public Set<String> fixed(String kind) {
    return rights.fixed(kind);
  }

  private static Right right(Act act) {
    return switch (act) {
      case READ -> Right.READ_RECORDS;
      case WRITE -> Right.WRITE_RECORDS;
      case ARCHIVE -> Right.ARCHIVE_RECORDS;
      case RESTORE -> Right.RESTORE_RECORDS;
      case PURGE -> Right.PURGE_RECORDS;
    };
  }
}
