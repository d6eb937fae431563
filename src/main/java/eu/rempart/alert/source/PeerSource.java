package eu.rempart.alert.source;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.PeerWatch;
import eu.rempart.alert.channel.PeerWatch.Seen;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Peers of channels that do not answer: told by the other channels, before an alarm is lost. */
final class PeerSource implements Round {

  private final Channels channels;
  private final PeerWatch peers;
  private final AlertService alerts;

  PeerSource(Channels channels, PeerWatch peers, AlertService alerts) {
    this.channels = channels;
    this.peers = peers;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "source-peers";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    List<AlertRequest> silent = new ArrayList<>();
    for (Channel each : channels.configured()) {
      peers
          .look(each.kind())
          .filter(seen -> !seen.answers())
          .ifPresent(seen -> silent.add(request(each.kind(), seen)));
    }
    alerts.sync(Sources.PEERS, silent);
  }

  private static AlertRequest request(ChannelKind kind, Seen seen) {
    Reason why = seen.failure() == null ? Reason.UNREACHABLE : seen.failure();
    return new AlertRequest(
        "peers:" + kind.key(),
        Sources.PEERS,
        kind.key(),
        Severity.WARNING,
        "peer-silent",
        List.of(kind.key(), why.key()),
        "/alert-servers",
        Ending.BY_SOURCE,
        null);
  }
}
