package eu.rempart.account;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who keeps the installation running: whoever may see operations, engineers and administrators. For
 * what acts by the clock, so it asks for no right and tells no name but those of engineers, which
 * are no customer data.
 */
@Component
public class Operators {

  /**
   * One of them.
   *
   * @param active whether they may sign in
   * @param administrator whether they may look after security
   */
  public record Operator(UUID id, boolean active, boolean administrator, Locale language) {}

  private static final List<Role> ROLES =
      Arrays.stream(Role.values()).filter(role -> role.may(Right.SEE_OPERATIONS)).toList();

  private final MemberRepository members;
  private final CurrentMember current;

  Operators(MemberRepository members, CurrentMember current) {
    this.members = members;
    this.current = current;
  }

  /** All of them, suspended ones included, in the order they joined. */
  @Transactional(readOnly = true)
  public List<Operator> all() {
    return members.withRoles(ROLES).stream().map(Operators::of).toList();
  }

  /** One of them; empty for anybody else. */
  @Transactional(readOnly = true)
  public Optional<Operator> find(UUID id) {
    return members.findRow(id).filter(row -> ROLES.contains(row.role())).map(Operators::of);
  }

  private static Operator of(MemberRow row) {
    return new Operator(
        row.id(),
        row.state() == MemberState.ACTIVE,
        row.role().may(Right.MANAGE_SECURITY),
        Locale.of(row.language()));
  }

  /** The names of engineers. */
  @Transactional(readOnly = true)
  public Map<UUID, String> engineers() {
    return members.engineerNames();
  }

  /**
   * Names of all of them, as far as whoever acts on this thread can read them: those of
   * administrators are sealed.
   */
  @Transactional(readOnly = true)
  public Map<UUID, String> names() {
    Map<UUID, String> names = new HashMap<>(engineers());
    if (current.find().map(SignedInMember::vault).isPresent()) {
      for (Member member : members.all()) {
        String name = member.name().orNull();
        if (ROLES.contains(member.role()) && name != null && !name.isBlank()) {
          names.put(member.id(), name);
        }
      }
    }
    return names;
  }
}
