package eu.rempart.privacy.trace;

import eu.rempart.history.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A record of others that has to do with a person.
 *
 * @param name what people call the record; may be empty
 * @param bin whether it lies in the bin
 * @param named whether its text of today names the person
 * @param former how many of its former versions do
 * @param certain how many of these by more than a surname or what others have too
 * @param sure false where the surname alone says so, or an address or number that others have too
 * @param frozen whether it stays as it is by law, such as an issued quote
 * @param shared whether it is linked with others as well; of a mail, whether no address in it is
 *     the person's alone
 */
public record PersonTrace(
    RecordRef record,
    String name,
    Tie tie,
    boolean bin,
    boolean named,
    int former,
    int certain,
    boolean sure,
    boolean frozen,
    boolean shared) {

  /** Much belongs to them: they go by way of the bin, or not at all. */
  private static final Set<String> LARGE = Set.of("company", "contact", "deal");

  static final String MAIL = "email";
  static final String ATTENDEE = "activity_attendee";

  /** What may become of it; never empty. */
  public List<Treatment> choices() {
    if (frozen) {
      return List.of(Treatment.KEEP);
    }
    List<Treatment> choices = new ArrayList<>();
    choices.add(isLinked() ? Treatment.UNLINK : Treatment.KEEP);
    if (former > 0 && !record.kind().equals(MAIL) && !record.kind().equals(ATTENDEE)) {
      choices.add(Treatment.FORMER);
    }
    if (tie == Tie.SELF || !LARGE.contains(record.kind())) {
      choices.add(Treatment.ERASE);
    }
    return choices;
  }

  private boolean isLinked() {
    return tie == Tie.DOCUMENT || (tie == Tie.ACTIVITY && !record.kind().equals(ATTENDEE));
  }

  /** What is right in most cases: no more goes than has to. */
  public Treatment proposed() {
    List<Treatment> choices = choices();
    boolean theirs =
        tie == Tie.SELF
            || ((tie == Tie.MAIL || tie == Tie.DOCUMENT) && !shared)
            || (sure && record.kind().equals(ATTENDEE));
    if (theirs && choices.contains(Treatment.ERASE)) {
      return Treatment.ERASE;
    }
    return sure && !named && choices.contains(Treatment.FORMER)
        ? Treatment.FORMER
        : choices.getFirst();
  }

  /** Whether the person is still named in it when that was done. */
  public boolean isLeftBy(Treatment treatment) {
    return switch (treatment) {
      case KEEP, UNLINK -> named || former > 0 || tie == Tie.SELF || tie == Tie.MAIL;
      case FORMER -> named || (certain > 0 && certain < former);
      case ERASE -> false;
    };
  }

  /** Says nothing of names: they are customer data. */
  @Override
  public String toString() {
    return "PersonTrace[%s, %s, %d]".formatted(record, tie, former);
  }
}
