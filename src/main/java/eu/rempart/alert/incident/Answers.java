package eu.rempart.alert.incident;

import eu.rempart.alert.channel.AcknowledgementInbox;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.queue.AddressBook;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people answer: {@code 1} acknowledges all that they were told of and that nobody takes care
 * of yet. Answers of numbers that are nobody's, or of people who may not, are refused, and noted
 * without the number.
 */
final class Answers implements AcknowledgementInbox {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private static final String ACKNOWLEDGE = "1";

  private final AddressBook book;
  private final Crew crew;
  private final Function<UUID, List<UUID>> openFor;
  private final Acknowledgements acknowledgements;
  private final SecurityEvents events;

  /**
   * @param openFor the open incidents of which a person was told since they were opened last
   */
  Answers(
      AddressBook book,
      Crew crew,
      Function<UUID, List<UUID>> openFor,
      Acknowledgements acknowledgements,
      SecurityEvents events) {
    this.book = book;
    this.crew = crew;
    this.openFor = openFor;
    this.acknowledgements = acknowledgements;
    this.events = events;
  }

  @Override
  public void answered(ChannelKind kind, String from, String text) {
    Set<UUID> owners = new HashSet<>(book.owners(kind, from));
    // a telephone that was handed on is the one's who is still there
    owners.retainAll(crew.everybody());
    if (owners.size() != 1) {
      log.warn("an answer by {} came from nobody who may acknowledge", kind);
      events.record(refused(kind, "unknown"));
      return;
    }
    UUID member = owners.iterator().next();
    if (!text.strip().equals(ACKNOWLEDGE)) {
      events.record(refused(kind, "text").member(member));
      return;
    }
    openFor.apply(member).forEach(id -> acknowledgements.acknowledge(id, member, kind));
  }

  private static SecurityEvent refused(ChannelKind kind, String why) {
    return SecurityEvent.of("alert.answer.refused", Severity.WARNING)
        .with("channel", kind.key())
        .with("cause", why);
  }
}
