package eu.rempart.team;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.SignedInMember;
import eu.rempart.search.SearchGuard;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets the index find only what whoever acts on this thread may read. */
@Component
class TeamSearchGuard implements SearchGuard {

  private final CurrentMember current;

  TeamSearchGuard(CurrentMember current) {
    this.current = current;
  }

  @Override
  public Optional<Set<UUID>> owners(String kind) {
    return current.rights().owners(Right.READ_RECORDS, kind);
  }

  @Override
  public Optional<UUID> reader() {
    return current.find().map(SignedInMember::memberId);
  }

  @Override
  public Set<String> hidden(String kind) {
    return current.rights().hidden(kind);
  }
}
