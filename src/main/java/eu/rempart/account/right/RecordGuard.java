package eu.rempart.account.right;

import eu.rempart.account.SignedInMember;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows what members may do with which records; the room team implements it. */
public interface RecordGuard {

  /** What a member may do; from memory but for the first time. */
  MemberRights of(SignedInMember member);

  /**
   * Who owns these records, live ones only; null for nobody. Those that are gone, or that whoever
   * acts on this thread may not read, are left out.
   *
   * @param kind name of a table that has owners
   */
  Map<UUID, @Nullable UUID> owners(String kind, Collection<UUID> ids);
}
