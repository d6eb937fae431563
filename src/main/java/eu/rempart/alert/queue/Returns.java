package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.ReturnInbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that a peer took, and that came back. The address counts as failing, and what still has
 * to be known goes by the person's next way, as if the peer had refused it. One that comes back
 * twice, for each of its parts, does so once.
 */
final class Returns implements ReturnInbox {

  private static final Logger log = LoggerFactory.getLogger(Returns.class);

  /** Providers try for three days at most; what comes later is about nothing any more. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final MessageRepository messages;
  private final AddressBook book;
  private final Sender sender;
  private final Wake wake;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Executor later;

  /**
   * @param later runs it in some seconds
   */
  Returns(
      MessageRepository messages,
      AddressBook book,
      Sender sender,
      Wake wake,
      TransactionTemplate transactions,
      InstantSource clock,
      Executor later) {
    this.messages = messages;
    this.book = book;
    this.sender = sender;
    this.wake = wake;
    this.transactions = transactions;
    this.clock = clock;
    this.later = later;
  }

  @Override
  public void returned(ChannelKind kind, Set<String> names, String to, @Nullable Integer number) {
    if (!take(kind, names, to, number)) {
      // it may come back before it is kept that it was taken
      later.execute(() -> takeNow(kind, names, to, number));
    }
  }

  private void takeNow(ChannelKind kind, Set<String> names, String to, @Nullable Integer number) {
    try {
      if (!take(kind, names, to, number)) {
        log.info("a message by {} came back that nobody waits for", kind);
      }
    } catch (RuntimeException e) {
      // whatever the database throws: it is one receipt of a message that was taken
      log.warn("a message by {} came back, and that could not be kept", kind, e);
    }
  }

  /** Whether it was there. */
  private boolean take(ChannelKind kind, Set<String> names, String to, @Nullable Integer number) {
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              Instant now = clock.instant();
              Optional<Queued> message =
                  messages.lockSent(kind, names, now.minus(KEPT)).stream()
                      // names are short: another provider may have used the same
                      .filter(sent -> book.isSame(sent.address(), to))
                      .findFirst();
              message
                  .flatMap(sent -> sender.moveOn(sent, Reason.NOT_DELIVERED, number, now))
                  .ifPresent(next -> wake.at(next.id(), now));
              return message.isPresent();
            }));
  }
}
