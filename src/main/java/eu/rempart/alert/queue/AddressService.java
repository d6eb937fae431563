package eu.rempart.alert.queue;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Where whoever acts is reached, in their order. Everybody sees and changes their own alone. */
public class AddressService {

  /** So many a person has at most. */
  public static final int MOST = 10;

  public static final int LONGEST = 200;

  /** Stands in the title of a code's message where the code comes. */
  public static final String CODE = Claims.PLACE;

  static final String PAGE = "/alert-channels";

  private final AddressRepository repository;
  private final Channels channels;
  private final MessageQueue queue;
  private final Claims claims;
  private final TransactionTemplate transactions;
  private final Rights rights;
  private final CurrentMember current;

  AddressService(
      AddressRepository repository,
      Channels channels,
      MessageQueue queue,
      Claims claims,
      TransactionTemplate transactions,
      Rights rights,
      CurrentMember current) {
    this.repository = repository;
    this.channels = channels;
    this.queue = queue;
    this.claims = claims;
    this.transactions = transactions;
    this.rights = rights;
    this.current = current;
  }

  /** The own addresses. */
  public List<Address> own() {
    rights.require(Right.SEE_OPERATIONS);
    return repository.of(current.id());
  }

  /**
   * Keeps the e-mail address of the own account for incidents that would reach nobody else; asked
   * for whenever it is at hand, since it may have changed.
   */
  public void keepLastResort(String email) {
    rights.require(Right.MANAGE_SECURITY);
    UUID me = current.id();
    if (repository.lastResort(me).filter(kept -> kept.value().equals(email)).isEmpty()) {
      transactions.executeWithoutResult(
          _ -> {
            repository.lock(me);
            repository.keepLastResort(me, email);
          });
    }
  }

  /** Channels that have a peer. */
  public List<ChannelKind> channels() {
    rights.require(Right.SEE_OPERATIONS);
    return channels.configured().stream().map(Channel::kind).toList();
  }

  /**
   * Adds an address behind the others, and sends a code there; it counts once that is typed in.
   *
   * @param title of the message with the code, with {@link #CODE} in it
   * @throws IllegalArgumentException if nothing can be sent there; its message is a key of a text
   */
  public void add(ChannelKind kind, String value, String title, String words) {
    rights.require(Right.SEE_OPERATIONS);
    UUID me = current.id();
    String address = value.strip();
    if (address.isEmpty()
        || address.length() > LONGEST
        || address.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("alert.address.wrong");
    }
    channels
        .of(kind)
        .filter(Channel::configured)
        .orElseThrow(() -> new IllegalArgumentException("alert.address.no-peer"))
        .check(address);
    claims.add(me, kind, address, title, words);
  }

  /**
   * Whether this is the code that was sent to an own address, which counts from now on. A code
   * holds for {@link Claims#LIFE}, and {@value Claims#TRIES} tries.
   */
  public boolean prove(UUID id, String code) {
    rights.require(Right.SEE_OPERATIONS);
    return claims.prove(current.id(), id, code);
  }

  /**
   * Sends another code to an own address; the former one holds no more.
   *
   * @param title with {@link #CODE} in it
   * @return false if it needs none, one was sent less than {@link MessageQueue#REST} ago, or many
   *     within the hour
   */
  public boolean sendCode(UUID id, String title, String words) {
    rights.require(Right.SEE_OPERATIONS);
    return claims.again(current.id(), id, title, words);
  }

  /** Removes an own address; answers whether there was one. */
  public boolean remove(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    return repository.delete(id, current.id());
  }

  /** Puts an own address before the one that stands before it. */
  public void earlier(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    UUID me = current.id();
    transactions.executeWithoutResult(
        _ -> {
          List<Address> order = new ArrayList<>(repository.of(me));
          int at = order.stream().map(Address::id).toList().indexOf(id);
          if (at > 0) {
            order.add(at - 1, order.remove(at));
            for (int i = 0; i < order.size(); i++) {
              repository.place(order.get(i).id(), i + 1);
            }
          }
        });
  }

  /**
   * Sends a test to an own address that was proven, and nowhere else where that fails.
   *
   * @param title in the language of whoever reads it
   * @return false if there is no such address, or it was tried less than {@link MessageQueue#REST}
   *     ago: each test is paid for by somebody, and rings somewhere
   */
  public boolean test(UUID id, String title, String words) {
    rights.require(Right.SEE_OPERATIONS);
    UUID me = current.id();
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              repository.lock(me);
              return repository
                  .find(id)
                  .filter(address -> address.member().equals(me) && address.proof().proven())
                  .map(address -> queue.test(address, trial(title, words)))
                  .orElse(false);
            }));
  }

  /** With a link as alarms have it: what keeps one from leaving keeps both. */
  private static Notification trial(String title, String words) {
    return Notification.plain(MessageKind.TEST, Severity.INFO, title, words, PAGE);
  }
}
