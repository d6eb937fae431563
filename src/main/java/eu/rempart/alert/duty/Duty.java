package eu.rempart.alert.duty;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty; null where nobody is.
 *
 * @param first who is told first
 */
public record Duty(@Nullable UUID first, @Nullable UUID second) {

  /** Nobody. */
  public static final Duty NOBODY = new Duty(null, null);

  public boolean has(UUID member) {
    return member.equals(first) || member.equals(second);
  }

  /** Those there are. */
  public Stream<UUID> members() {
    return Stream.of(first, second)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct();
  }

  /** Two people, and not the same. */
  public boolean isPair() {
    return first != null && second != null && !first.equals(second);
  }

  /** The same with one person in the place of another. */
  Duty with(UUID substitute, UUID of) {
    return new Duty(of.equals(first) ? substitute : first, of.equals(second) ? substitute : second);
  }
}
