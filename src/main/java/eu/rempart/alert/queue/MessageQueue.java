package eu.rempart.alert.queue;

import eu.rempart.alert.channel.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what people are to be told, in the transaction that says why. For what acts by the clock,
 * so it asks for no right.
 */
public final class MessageQueue {

  /** So long after a test of an address there is no other. */
  public static final Duration REST = Duration.ofSeconds(30);

  /** Each is looked at within seconds, or found by the sweep within three minutes. */
  private static final Duration STUCK = Duration.ofMinutes(10);

  private final MessageRepository messages;
  private final AddressBook book;
  private final Wake wake;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  MessageQueue(
      MessageRepository messages,
      AddressBook book,
      Wake wake,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.messages = messages;
    this.book = book;
    this.wake = wake;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Queues it; answers whether there is any channel by which the person can be told.
   *
   * @param what is cut where it is too long, and stripped of what is no text
   */
  public boolean tell(UUID member, Notification what) {
    List<Address> to = book.usable(member);
    if (to.isEmpty()) {
      return false;
    }
    return send(member, what, what.everyWay() ? to : to.subList(0, 1));
  }

  /**
   * Queues it for the e-mail address of the person's account, whatever channels they have; answers
   * whether it is known and there is a mail server.
   */
  public boolean tellByLastResort(UUID member, Notification what) {
    return book.lastResort(member).filter(to -> send(member, what, List.of(to))).isPresent();
  }

  /**
   * Queues that somebody takes care of an incident, or that it is over: for each of the person's
   * addresses where this opening of it is told of until that is said.
   *
   * @param person whether the person is told, too, by the first channel, or, where there is none,
   *     where they were told of it
   */
  public void close(UUID incident, UUID member, Notification what, boolean person) {
    Set<UUID> told = messages.toldBy(incident, what.opening());
    List<Address> usable = book.usable(member);
    Set<Address> to = new LinkedHashSet<>(person ? usable.stream().limit(1).toList() : List.of());
    usable.stream()
        .filter(address -> address.kind().keepsAlarms() && told.contains(address.id()))
        .forEach(to::add);
    if (person && usable.isEmpty()) {
      book.lastResort(member).filter(address -> told.contains(address.id())).ifPresent(to::add);
    }
    // each for itself: what is told to a machine reaches no person
    to.forEach(address -> send(member, what, List.of(address)));
  }

  /**
   * Queues a test, or a code, for one address, and for no other where that does not work; false if
   * one is under way or was a moment ago.
   */
  boolean test(Address to, Notification what) {
    if (messages.tested(to.id(), clock.instant().minus(REST))) {
      return false;
    }
    return send(to.member(), what, List.of(to));
  }

  private boolean send(UUID member, Notification what, List<Address> to) {
    Notification clean = clean(what);
    Instant now = clock.instant();
    UUID group = UUID.randomUUID();
    transactions.executeWithoutResult(
        _ -> {
          for (Address address : to) {
            UUID id = UUID.randomUUID();
            messages.insert(id, group, member, clean, address, now);
            wake.at(id, now);
          }
        });
    return true;
  }

  /** How many messages wait, or are under way. */
  public int waiting() {
    return messages.waiting();
  }

  /** Whether messages wait that nobody looks at, though they are due. */
  public boolean stuck() {
    return !messages.forgotten(clock.instant().minus(STUCK), 1).isEmpty();
  }

  /** Who was told of an incident, or is about to be. */
  public Set<UUID> alarmed(UUID incident) {
    return messages.alarmed(incident);
  }

  /**
   * Whether an alarm of this opening, written since then, arrived, or was not tried by any channel
   * yet.
   */
  public boolean hopeful(UUID incident, int opening, Instant since) {
    return messages.hopeful(incident, opening, since);
  }

  /** Whether somebody was told of this opening of an incident, or is about to be. */
  public boolean alarmed(UUID incident, int opening, UUID member) {
    return messages.alarmed(incident, opening, member);
  }

  /** Who was told of an incident, or may have been; what only waits is not counted. */
  public Set<UUID> told(UUID incident) {
    return messages.told(incident);
  }

  private static Notification clean(Notification what) {
    String title = line(what.title());
    return new Notification(
        what.incident(),
        what.opening(),
        what.kind(),
        what.severity(),
        cut(title.isBlank() ? "-" : title, Message.LONGEST_TITLE),
        text(what.words()),
        what.path(),
        what.everyWay());
  }

  /** As long as a message may be, without what is no text. */
  static String text(String words) {
    return cut(lines(words), Message.LONGEST_TEXT);
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
  }

  private static String lines(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]+", " ").strip();
  }

  /** Without half of a character at the end. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
