package eu.rempart.alert.queue;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where people are reached, for what acts by the clock: it asks for no right. */
public final class AddressBook {

  private static final Set<ChannelKind> TEXTS = EnumSet.of(ChannelKind.SMS, ChannelKind.SMS_HTTP);
  private static final int SHORTEST_NUMBER = 6;

  private final AddressRepository repository;
  private final Channels channels;

  AddressBook(AddressRepository repository, Channels channels) {
    this.repository = repository;
    this.channels = channels;
  }

  /** Those that are a person's and for which there is a peer, in the person's order. */
  public List<Address> usable(UUID member) {
    return repository.of(member).stream().filter(this::isUsable).toList();
  }

  /** What is known of each of a person's ways, in their order; not where it leads. */
  public List<Reach> ways(UUID member) {
    return repository.of(member).stream()
        .map(
            address ->
                new Reach(address.kind(), channel(address.kind()).isPresent(), address.proof()))
        .toList();
  }

  /** The e-mail address of a person's account, if it is kept and there is a mail server. */
  public Optional<Address> lastResort(UUID member) {
    return repository.lastResort(member).filter(address -> channel(address.kind()).isPresent());
  }

  private boolean isUsable(Address address) {
    return address.proof().proven() && channel(address.kind()).isPresent();
  }

  Optional<Address> find(UUID id) {
    return repository.find(id);
  }

  /** What proves that an address is its person's; empty once they did. */
  Optional<String> code(UUID id) {
    return repository.code(id);
  }

  Optional<Channel> channel(ChannelKind kind) {
    return channels.of(kind).filter(Channel::configured);
  }

  /**
   * Who proved that this address is theirs, whether they may still sign in or not. Numbers are
   * compared by their digits, whichever way texts go.
   */
  public Set<UUID> owners(ChannelKind kind, String from) {
    Set<ChannelKind> kinds = TEXTS.contains(kind) ? TEXTS : EnumSet.of(kind);
    String wanted = plain(kind, from);
    if (wanted.isEmpty()) {
      return Set.of();
    }
    return repository.ofKinds(kinds).stream()
        .filter(address -> address.proof().proven())
        .filter(address -> plain(address.kind(), address.value()).equals(wanted))
        .map(Address::member)
        .collect(Collectors.toSet());
  }

  /** Whether this is the address that somebody else writes so. */
  boolean isSame(UUID id, String written) {
    return find(id)
        .filter(
            address ->
                plain(address.kind(), address.value()).equals(plain(address.kind(), written)))
        .isPresent();
  }

  private static String plain(ChannelKind kind, String address) {
    if (!TEXTS.contains(kind)) {
      return address.strip();
    }
    String digits = address.replaceAll("[^0-9]", "");
    digits = digits.startsWith("00") ? digits.substring(2) : digits;
    return digits.length() < SHORTEST_NUMBER ? "" : digits;
  }

  void worked(UUID id, boolean test, Instant at) {
    repository.worked(id, test, at);
  }

  void failed(UUID id, Reason reason, @Nullable Integer number, Instant at) {
    repository.failed(id, reason, number, at);
  }
}
