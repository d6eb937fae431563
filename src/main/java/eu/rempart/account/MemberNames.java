package eu.rempart.account;

import eu.rempart.account.right.RecordGuard;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.db.sealed.Opened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members call each other: for owners of records, and for who changed what. */
@Service
public class MemberNames {

  /** Most characters of a name. */
  public static final int LONGEST = 120;

  private static final UUID NO_SIGN_IN = new UUID(0, 0);

  private final MemberRepository members;
  private final Rights rights;
  private final CurrentMember current;

  MemberNames(MemberRepository members, Rights rights, CurrentMember current) {
    this.members = members;
    this.rights = rights;
    this.current = current;
  }

  /** Names of everybody who holds the key, in the order they joined, suspended members included. */
  @Transactional(readOnly = true)
  public Map<UUID, String> all() {
    rights.require(Right.READ_RECORDS);
    return named(member -> member.role().holdsKey());
  }

  /** Names of everybody, engineers too: for what was noted of accounts, not of records. */
  @Transactional(readOnly = true)
  public Map<UUID, String> ofAccounts() {
    rights.require(Right.READ_RECORDS);
    return named(_ -> true);
  }

  /**
   * Names of everybody who may read a record today: neither suspended members, nor engineers, nor
   * those whose role of the organisation's own leaves it out.
   *
   * @param kind name of a table that has owners
   */
  @Transactional(readOnly = true)
  public Map<UUID, String> readersOf(String kind, UUID record) {
    rights.require(Right.READ_RECORDS);
    RecordGuard guard = current.guard();
    UUID owner = guard == null ? null : guard.owners(kind, List.of(record)).get(record);
    return named(
        member ->
            member.state() == MemberState.ACTIVE
                && member.role().may(Right.READ_RECORDS)
                && (guard == null
                    || guard.of(asSignedIn(member)).allow(Right.READ_RECORDS, kind, owner)));
  }

  private static SignedInMember asSignedIn(Member member) {
    return new SignedInMember(member.id(), member.role(), NO_SIGN_IN, null, member.customRole());
  }

  private Map<UUID, String> named(Predicate<Member> which) {
    Map<UUID, String> names = new LinkedHashMap<>();
    members.all().stream().filter(which).forEach(member -> names.put(member.id(), name(member)));
    return names;
  }

  /** The name of one member; empty for none and for unknown ones. */
  @Transactional(readOnly = true)
  public Optional<String> of(@Nullable UUID member) {
    rights.require(Right.READ_RECORDS);
    return Optional.ofNullable(member).flatMap(members::find).map(MemberNames::name);
  }

  /**
   * A name as it is kept: one line, without marks that nobody sees and that make it look like
   * somebody else's.
   *
   * @throws InvalidFieldException if nothing is left, or more than {@value #LONGEST} characters
   */
  static String kept(String typed) {
    String name = InvisibleMarks.strip(typed).replaceAll("\\s+", " ").strip();
    if (name.isEmpty()) {
      throw new InvalidFieldException("account.name", Problem.REQUIRED);
    }
    if (name.length() > LONGEST) {
      throw new InvalidFieldException("account.name", Problem.TOO_LONG);
    }
    return name;
  }

  /** What somebody is called: by name or address, or by the code of what does not open. */
  static String name(Member member) {
    return switch (member.name()) {
      case Opened.Clear<String>(var name) when name != null && !name.isBlank() -> name;
      case Opened.Clear<String> _ -> member.email().or("…");
      case Opened.Unopenable<String>(var code) -> code;
    };
  }
}
