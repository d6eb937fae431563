package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Addresses that people say are theirs. One counts once its person typed in the code that was sent
 * there; so nobody is alarmed by what others enter, and nobody's answer counts as another's.
 * Whether somebody else has the same address is told to nobody.
 */
final class Claims {

  /** So long a code holds. */
  static final Duration LIFE = Duration.ofMinutes(15);

  /** So often one may be typed in wrongly. */
  static final int TRIES = 5;

  /** So many codes a person has sent within an hour: each is paid for, and rings somewhere. */
  static final int CODES = 10;

  /** Where the code stands in a message's title. */
  static final String PLACE = "{code}";

  private static final Duration HOUR = Duration.ofHours(1);

  private final AddressRepository addresses;
  private final MessageRepository messages;
  private final MessageQueue queue;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Claims(
      AddressRepository addresses,
      MessageRepository messages,
      MessageQueue queue,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.addresses = addresses;
    this.messages = messages;
    this.queue = queue;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Adds an address behind the others, and sends a code there.
   *
   * @throws IllegalArgumentException if there are enough, of them or of codes; its message is a key
   */
  void add(UUID member, ChannelKind kind, String value, String title, String words) {
    transactions.executeWithoutResult(
        _ -> {
          addresses.lock(member);
          if (addresses.count(member) >= AddressService.MOST) {
            throw new IllegalArgumentException("alert.address.many");
          }
          UUID id = UUID.randomUUID();
          addresses.insert(id, member, kind, value);
          if (!send(addresses.find(id).orElseThrow(), title, words)) {
            throw new IllegalArgumentException("alert.address.codes");
          }
        });
  }

  /** Sends another code; false if there is nothing to prove, or one was sent a moment ago. */
  boolean again(UUID member, UUID id, String title, String words) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              addresses.lock(member);
              return own(member, id)
                  .filter(address -> !address.proof().proven())
                  .map(address -> send(address, title, words))
                  .orElse(false);
            }));
  }

  private Optional<Address> own(UUID member, UUID id) {
    return addresses.find(id).filter(address -> address.member().equals(member));
  }

  private boolean send(Address address, String title, String words) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (messages.codes(address.member(), now.minus(HOUR)) >= CODES) {
      return false;
    }
    boolean goes =
        queue.test(
            address,
            Notification.plain(MessageKind.CODE, Severity.INFO, title, words, AddressService.PAGE));
    if (goes) {
      addresses.ask(address.id(), now);
    }
    return goes;
  }

  /** Whether this is the code that was sent to an own address, which counts from now on. */
  boolean prove(UUID member, UUID id, String typed) {
    Instant now = clock.instant();
    // by itself, and so kept: a try counts whatever happens after it
    Optional<String> code = addresses.tryCode(id, member, now.minus(LIFE), TRIES);
    boolean right = code.filter(sent -> same(sent, typed.replaceAll("\\s", ""))).isPresent();
    if (right) {
      addresses.prove(id, now);
    }
    return right;
  }

  private static boolean same(String sent, String typed) {
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }
}
