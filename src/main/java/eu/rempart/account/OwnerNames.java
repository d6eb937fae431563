package eu.rempart.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What owners of records are called, for the index, which sorts by it: it reads with the key and
 * for everybody. Screens ask {@link MemberNames}.
 */
@Component
public class OwnerNames {

  /** The table that tells of a changed name. */
  public static final String TABLE = "member";

  private final MemberRepository members;

  OwnerNames(MemberRepository members) {
    this.members = members;
  }

  /**
   * The names of those of these that are members.
   *
   * @param owners of each record one, or null
   */
  public Map<UUID, String> of(Stream<? extends @Nullable UUID> owners) {
    Set<UUID> ids = owners.flatMap(Stream::ofNullable).collect(Collectors.toSet());
    Map<UUID, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      members.findAll(ids).forEach(owner -> names.put(owner.id(), MemberNames.name(owner)));
    }
    return names;
  }
}
