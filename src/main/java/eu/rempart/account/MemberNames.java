package eu.rempart.account;

import eu.rempart.db.sealed.Opened;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members call each other: for owners of records, and for who changed what. */
@Service
public class MemberNames {

  private final MemberRepository members;
  private final Rights rights;

  MemberNames(MemberRepository members, Rights rights) {
    this.members = members;
    this.rights = rights;
  }

  /** Names of everybody who holds the key, in the order they joined, suspended members included. */
  @Transactional(readOnly = true)
  public Map<UUID, String> all() {
    rights.require(Right.READ_RECORDS);
    Map<UUID, String> names = new LinkedHashMap<>();
    members.all().stream()
        .filter(member -> member.role().holdsKey())
        .forEach(member -> names.put(member.id(), name(member)));
    return names;
  }

  /** The name of one member; empty for none and for unknown ones. */
  @Transactional(readOnly = true)
  public Optional<String> of(@Nullable UUID member) {
    rights.require(Right.READ_RECORDS);
    return Optional.ofNullable(member).flatMap(members::find).map(MemberNames::name);
  }

  private static String name(Member member) {
    return switch (member.name()) {
      case Opened.Clear<String>(var name) when name != null && !name.isBlank() -> name;
      case Opened.Clear<String> _ -> member.email().or("…");
      case Opened.Unopenable<String>(var code) -> code;
    };
  }
}
