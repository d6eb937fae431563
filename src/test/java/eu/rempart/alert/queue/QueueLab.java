package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.reach.ReachSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The package without Spring, on a clock moved by hand. */
public final class QueueLab {

  public final HandClock clock;
  public final FakeChannel email = new FakeChannel(ChannelKind.EMAIL, false);
  public final FakeChannel sms = new FakeChannel(ChannelKind.SMS, false);
  public final FakeChannel duty = new FakeChannel(ChannelKind.PAGERDUTY, true);
  public final AddressBook book;
  public final MessageQueue queue;
  final Claims claims;
  final AddressRepository addresses;
  final MessageRepository messages;
  final TransactionTemplate transactions;

  /** What waits, and when it is looked at: what the scheduler's table holds. */
  final Map<UUID, Instant> waiting = new ConcurrentHashMap<>();

  private final Map<ChannelKind, FakeChannel> channels = new EnumMap<>(ChannelKind.class);
  private @Nullable Sender sender;

  public QueueLab(TestDatabase database, HandClock clock) {
    this.clock = clock;
    for (FakeChannel each : List.of(email, sms, duty)) {
      channels.put(each.kind(), each);
    }
    Channels all = kind -> Optional.ofNullable(channels.get(kind));
    var dsl = database.app();
    Secret key = Secret.random(32);
    addresses = new AddressRepository(dsl, new ReachSeal(() -> key));
    messages = new MessageRepository(dsl);
    transactions = new TransactionTemplate(database.transactions());
    book = new AddressBook(addresses, all);
    queue = new MessageQueue(messages, book, waiting::put, transactions, clock);
    claims = new Claims(addresses, messages, queue, transactions, clock);
  }

  /** Watches rounds of these names, which nobody does. */
  public static RoundsWatch rounds(TestDatabase database, HandClock clock, String... names) {
    List<Round> rounds = Arrays.stream(names).map(QueueLab::round).toList();
    return new RoundsWatch(new RoundQueries(database.app()), () -> rounds, clock);
  }

  private static Round round(String name) {
    return new Round() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Duration pause() {
        return Duration.ofSeconds(10);
      }

      @Override
      public void run() {}
    };
  }

  /** Who hears what becomes of messages; before anything is sent. */
  public Sender listen(DeliveryListener listener) {
    sender = sender(listener);
    return sender;
  }

  Sender sender(DeliveryListener listener) {
    return sender(listener, "https://crm.example");
  }

  Sender sender(DeliveryListener listener, String site) {
    return new Sender(messages, book, listener, transactions, clock, site);
  }

  /** A person with these ways, in this order; the address tells whose it is. */
  public UUID person(FakeChannel... ways) {
    UUID member = UUID.randomUUID();
    reach(member, ways);
    return member;
  }

  public void reach(UUID member, FakeChannel... ways) {
    for (FakeChannel way : ways) {
      own(member, way.kind(), address(way, member));
    }
  }

  /** The address of somebody's account is known. */
  public void lastResort(UUID member) {
    addresses.keepLastResort(member, address(email, member));
  }

  private void own(UUID member, ChannelKind kind, String address) {
    UUID id = UUID.randomUUID();
    addresses.insert(id, member, kind, address);
    addresses.prove(id, clock.instant());
  }

  /** Somebody enters this telephone, whosoever it is. */
  public void claim(UUID member, String number) {
    claims.add(member, ChannelKind.SMS, number, "{code} is your code", "Type it in.");
  }

  /** Gives somebody the telephone of somebody else. */
  public void handOn(UUID from, UUID to) {
    own(to, ChannelKind.SMS, address(sms, from));
  }

  /** Where somebody is reached. */
  public static String address(FakeChannel way, UUID member) {
    return way.kind() == ChannelKind.SMS
        ? "+33 " + Math.floorMod(member.getMostSignificantBits(), 1_000_000_000L)
        : way.kind().key() + ":" + member;
  }

  /** One thing to tell. */
  static Notification note(boolean everyWay) {
    return new Notification(
        null, 1, MessageKind.ALARM, Severity.CRITICAL, "It is down", "Look.", "/watch", everyWay);
  }

  /** Looks at everything that is due, as one node does, until nothing is. */
  public void deliver() {
    Sender by = sender;
    if (by == null) {
      throw new IllegalStateException("nobody listens");
    }
    for (Optional<UUID> next = due(); next.isPresent(); next = due()) {
      UUID id = next.get();
      Optional<Instant> again = by.attempt(id);
      again.ifPresentOrElse(at -> waiting.put(id, at), () -> waiting.remove(id));
    }
  }

  Optional<UUID> due() {
    Instant now = clock.instant();
    return waiting.entrySet().stream()
        .filter(each -> !each.getValue().isAfter(now))
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** What arrived at somebody, by whatever way. */
  public List<String> arrived(UUID member) {
    List<String> all = new ArrayList<>();
    for (FakeChannel way : List.of(email, sms, duty)) {
      way.arrived.stream()
          .filter(each -> each.address().equals(address(way, member)))
          .forEach(each -> all.add(way.kind() + " " + each.message().kind()));
    }
    return all;
  }
}
