package eu.rempart.alert.queue;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.queue.Queued.State;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends messages, each by one node at a time. That it begins is kept before it begins, and what
 * became of it after, by whoever still has the number of that beginning. One that was begun and not
 * ended is in doubt: it is sent again where the receiver takes two of one id for one, and else by
 * the next channel, never twice by the same. Thread safe.
 */
public final class Sender {

  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  /** Whoever began so long ago is dead: a channel takes half of it at most. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** So often an address is tried while there is another. */
  static final int TRIES = 3;

  /** So long the last address is tried. */
  static final Duration PATIENCE = Duration.ofHours(2);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** So long a message waits where too many are under way by its channel, or what it ends is. */
  static final Duration UNTIL_FREE = Duration.ofSeconds(1);

  private final Lanes lanes = new Lanes();
  private final MessageRepository messages;
  private final AddressBook book;
  private final DeliveryListener listener;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final String site;

  /**
   * @param site under which people reach Rempart, without a slash at the end
   */
  Sender(
      MessageRepository messages,
      AddressBook book,
      DeliveryListener listener,
      TransactionTemplate transactions,
      InstantSource clock,
      String site) {
    this.messages = messages;
    this.book = book;
    this.listener = listener;
    this.transactions = transactions;
    this.clock = clock;
    this.site = site;
  }

  /** What is to be done with a message now. */
  private sealed interface Plan {
    /** Nothing, now and later. */
    record Over() implements Plan {}

    record Later(Instant at) implements Plan {}

    record Go(Queued message, int attempt, Address to, Channel by) implements Plan {}
  }

  /** Tries to send a message; answers when to look at it again, if it has to be. */
  public Optional<Instant> attempt(UUID id) {
    try (Lanes.Lane lane = new Lanes.Lane()) {
      Plan plan = Objects.requireNonNull(transactions.execute(_ -> plan(id, lane)));
      return switch (plan) {
        case Plan.Over _ -> Optional.empty();
        case Plan.Later(var at) -> Optional.of(at);
        case Plan.Go go -> send(go);
      };
    }
  }

  private Plan plan(UUID id, Lanes.Lane lane) {
    Instant now = clock.instant();
    Queued message = messages.lock(id).orElse(null);
    if (message == null || message.state().over()) {
      return new Plan.Over();
    }
    if (message.state() == State.SENDING) {
      Instant dead = Objects.requireNonNull(message.claimedAt()).plus(LEASE);
      if (dead.isAfter(now)) {
        return new Plan.Later(dead);
      }
      message = inDoubt(message, now).orElse(null);
    }
    if (message == null) {
      return new Plan.Over();
    }
    if (message.dueAt().isAfter(now)) {
      return new Plan.Later(message.dueAt());
    }
    return claim(message, lane, now);
  }

  /** The code holds no more, or the address was proven meanwhile, or is gone. */
  private boolean isStale(Queued message, Instant now) {
    return message.isFreshCode()
        && (message.isOlder(Claims.LIFE, now) || book.code(message.address()).isEmpty());
  }

  /** By the first address from this one on that there is a peer for. */
  private Plan claim(Queued first, Lanes.Lane lane, Instant now) {
    Optional<Queued> message = Optional.of(first);
    while (message.isPresent()) {
      Queued next = message.get();
      // asked of each way: what a machine must hear may be nothing for people
      if (!listener.wanted(next.delivery()) || isStale(next, now)) {
        messages.finish(next.id(), State.DROPPED, null, now);
        return new Plan.Over();
      }
      Address to = book.find(next.address()).orElse(null);
      Channel by = to == null ? null : book.channel(to.kind()).orElse(null);
      if (to != null && by != null) {
        if (messages.overtakes(next) || !lanes.enter(to.kind(), lane)) {
          return new Plan.Later(now.plus(UNTIL_FREE));
        }
        return new Plan.Go(next, messages.claim(next, now), to, by);
      }
      message = moveOn(next, Reason.NOT_CONFIGURED, null, now);
    }
    return new Plan.Over();
  }

  private Optional<Instant> send(Plan.Go go) {
    Queued queued = go.message();
    try {
      Receipt receipt = go.by().send(go.to().value(), message(queued, go.by()));
      return settle(go, claimed -> sent(claimed, receipt));
    } catch (ChannelException e) {
      log.warn("message {} by {}: {}", queued.id(), queued.channel(), e.getMessage());
      return settle(go, claimed -> failed(claimed, e));
    } catch (RuntimeException e) {
      // a bug in a channel: nobody knows how far it came
      log.error("message {} by {} failed", queued.id(), queued.channel(), e);
      return settle(go, claimed -> next(inDoubt(claimed, clock.instant())));
    }
  }

  private Message message(Queued queued, Channel by) {
    String answer = by.takesAnswers() ? listener.answer(queued.delivery()) : "";
    return new Message(
        queued.id(),
        queued.incident() == null ? queued.id() : queued.incident(),
        queued.opening(),
        queued.kind(),
        queued.severity(),
        title(queued),
        // before what may be cut off: a telephone shows the beginning
        MessageQueue.text(answer.isEmpty() ? queued.words() : answer + "\n" + queued.words()),
        queued.path() == null ? null : link(queued.path()),
        queued.writtenAt());
  }

  /** A code stands in no table: it is made as it is sent. */
  private String title(Queued queued) {
    return queued.kind() == MessageKind.CODE
        ? queued.title().replace(Claims.PLACE, book.code(queued.address()).orElse("-"))
        : queued.title();
  }

  /** None where the site's address is none: an alarm goes out whatever is set. */
  private @Nullable URI link(String path) {
    try {
      URI link = new URI(site + path);
      return link.isAbsolute() ? link : null;
    } catch (URISyntaxException e) {
      log.error("no link can be made of the site {}", site, e);
      return null;
    }
  }

  private interface Settling {
    Optional<Instant> with(Queued claimed);
  }

  /** Keeps what became of it, unless somebody else took it over because this took too long. */
  // TransactionTemplate answers what its callback answers, which NullAway can't know
  @SuppressWarnings("NullAway")
  private Optional<Instant> settle(Plan.Go go, Settling how) {
    return transactions.execute(
        _ -> {
          Queued claimed = messages.lockClaimed(go.message().id(), go.attempt()).orElse(null);
          if (claimed == null) {
            log.warn("message {} was taken over by another node", go.message().id());
            return Optional.empty();
          }
          return how.with(claimed);
        });
  }

  private Optional<Instant> sent(Queued message, Receipt receipt) {
    Instant now = clock.instant();
    messages.finish(message.id(), State.SENT, receipt.reference(), now);
    book.worked(message.address(), message.kind().single(), now);
    listener.sent(message.delivery());
    return Optional.empty();
  }

  private Optional<Instant> failed(Queued message, ChannelException why) {
    Instant now = clock.instant();
    if (why.reason() == Reason.IN_DOUBT) {
      return next(inDoubt(message, now));
    }
    boolean single = message.kind().single();
    boolean few = single || (next(message).isPresent() && !message.closes());
    boolean patient =
        few ? message.tries() + 1 < TRIES : now.isBefore(message.writtenAt().plus(PATIENCE));
    if (why.retry() && patient && (!single || isHarmless(message))) {
      book.failed(message.address(), why.reason(), why.number(), now);
      Instant due = again(message, now);
      listener.failed(message.delivery(), why.reason(), why.number());
      return Optional.of(due);
    }
    return next(moveOn(message, why.reason(), why.number(), now));
  }

  private Instant again(Queued message, Instant now) {
    Instant due = now.plus(pause(message.tries()));
    messages.again(message.id(), message.tries() + 1, due);
    return due;
  }

  /** 10 s, 30 s, 90 s …, five minutes at most. */
  private static Duration pause(int tries) {
    Duration pause = Duration.ofSeconds((long) (10 * Math.pow(3, Math.min(tries, 5))));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** It was begun, and nobody knows whether it arrived. */
  private Optional<Queued> inDoubt(Queued message, Instant now) {
    boolean patient = now.isBefore(message.writtenAt().plus(PATIENCE));
    if (isHarmless(message) && patient && (message.closes() || message.tries() + 1 < TRIES)) {
      book.failed(message.address(), Reason.IN_DOUBT, null, begunAt(message, now));
      again(message, now);
      listener.failed(message.delivery(), Reason.IN_DOUBT, null);
      return messages.lock(message.id());
    }
    return moveOn(message, Reason.IN_DOUBT, null, now);
  }

  /** A doubt is as old as the try: what got through since is newer, however late it is noticed. */
  private static Instant begunAt(Queued message, Instant now) {
    Instant claimed = message.claimedAt();
    return claimed == null ? now : claimed;
  }

  private boolean isHarmless(Queued message) {
    return book.channel(message.channel()).filter(Channel::idempotent).isPresent();
  }

  /** By the next address; empty if there is none, and it is given up. */
  Optional<Queued> moveOn(Queued message, Reason reason, @Nullable Integer number, Instant now) {
    Instant failedAt = reason == Reason.IN_DOUBT ? begunAt(message, now) : now;
    book.failed(message.address(), reason, number, failedAt);
    Address next = next(message).orElse(null);
    if (next == null) {
      messages.finish(message.id(), State.GIVEN_UP, null, now);
      listener.failed(message.delivery(), reason, number);
      listener.givenUp(message.delivery(), messages.reached(message.group(), message.id()));
      return Optional.empty();
    }
    List<UUID> used = new ArrayList<>(message.used());
    used.add(message.address());
    messages.move(message.id(), next, used, now);
    listener.failed(message.delivery(), reason, number);
    return messages.lock(message.id());
  }

  private Optional<Address> next(Queued message) {
    if (message.kind().single()) {
      return Optional.empty();
    }
    Set<UUID> taken = messages.addressesOf(message.group());
    return book.usable(message.member()).stream()
        .filter(address -> !taken.contains(address.id()))
        .findFirst();
  }

  private static Optional<Instant> next(Optional<Queued> message) {
    return message.map(Queued::dueAt);
  }
}
