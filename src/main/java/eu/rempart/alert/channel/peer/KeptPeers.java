package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.vault.operating.OperatingSeal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The peers of the database, looked at again every few seconds, since another node may have changed
 * them. While the database is away the former ones stay. Thread safe.
 */
final class KeptPeers implements Peers {

  private static final Logger log = LoggerFactory.getLogger(KeptPeers.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final ChannelRepository repository;
  private final OperatingSeal seal;
  private final InstantSource clock;
  private Map<ChannelKind, Peer> known = Map.of();
  private Instant readAt = Instant.MIN;
  private boolean told;

  KeptPeers(ChannelRepository repository, OperatingSeal seal, InstantSource clock) {
    this.repository = repository;
    this.seal = seal;
    this.clock = clock;
  }

  /** What a secret is sealed for. */
  static String use(ChannelKind kind) {
    return "alert_channel " + kind.name();
  }

  @Override
  public synchronized Optional<Peer> find(ChannelKind kind) {
    Instant now = clock.instant();
    if (!readAt.plus(FRESH).isAfter(now) || readAt.isAfter(now)) {
      readAt = now;
      refresh();
    }
    return Optional.ofNullable(known.get(kind));
  }

  /** What was read is old: it changed here. */
  synchronized void forget() {
    readAt = Instant.EPOCH;
  }

  private void refresh() {
    try {
      List<ChannelRepository.Row> rows = repository.all();
      Map<ChannelKind, Peer> found = new EnumMap<>(ChannelKind.class);
      boolean sealedElsewhere = false;
      for (ChannelRepository.Row row : rows) {
        if (row.settings().enabled()) {
          Peer peer = peer(row);
          if (peer == null) {
            sealedElsewhere = true;
          } else {
            found.put(row.settings().kind(), peer);
          }
        }
      }
      known = found;
      tell(sealedElsewhere);
    } catch (RuntimeException e) {
      // whatever the database or its driver throws
      log.warn("the alert's channels can't be read; the former stay: {}", e.getClass().getName());
    }
  }

  private @Nullable Peer peer(ChannelRepository.Row row) {
    ChannelSettings settings = row.settings();
    byte[] sealed = row.secret();
    String secret = null;
    if (sealed != null) {
      secret = seal.open(use(settings.kind()), sealed).orElse(null);
      if (secret == null) {
        return null;
      }
    }
    try {
      return Peer.of(settings.kind(), settings.values(), secret);
    } catch (WrongSettingException e) {
      log.warn("the channel {} is not used: {}", settings.kind(), e.getMessage());
      return null;
    }
  }

  private void tell(boolean sealedElsewhere) {
    if (sealedElsewhere && !told) {
      log.error(
          "A channel of the alert is not used on this node: its settings do not open, or are none."
              + " If another node has them, copy its keys/operating here.");
    }
    told = sealedElsewhere;
  }
}
