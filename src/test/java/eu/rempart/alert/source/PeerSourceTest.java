package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.PeerWatch;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.FakeChannel;
import eu.rempart.alert.queue.FakeChannel.Mood;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers by which messages go are watched themselves. */
class PeerSourceTest extends WithSources {

  private final FakeChannel sms = new FakeChannel(ChannelKind.SMS, false);
  private final Channels channels =
      kind -> kind == ChannelKind.SMS ? Optional.of(sms) : Optional.empty();
  private final PeerWatch peers = new PeerWatch(channels, InstantSource.system());

  @Test
  void aPeerThatIsSilentIsAnIncidentUntilItAnswers() {
    var source = new PeerSource(channels, peers, alerts);
    source.run();
    assertThat(going(Sources.PEERS)).isEmpty();
    assertThat(peers.last(ChannelKind.SMS).orElseThrow().answers()).isTrue();

    sms.mood = Mood.BROKEN;
    source.run();
    Incident silent = going(Sources.PEERS).getFirst();
    assertThat(new AlertText(Locale.ENGLISH).title(silent)).isEqualTo("SMS (SMPP) does not answer");
    assertThat(new AlertText(Locale.FRENCH).sentence(silent)).contains("SMS (SMPP)");
    assertThat(peers.last(ChannelKind.SMS).orElseThrow().answeredAt()).isNotNull();

    sms.mood = Mood.FINE;
    source.run();
    assertThat(going(Sources.PEERS)).isEmpty();
    sms.mood = Mood.BROKEN;
    sms.configured = false;
    source.run();
    assertThat(going(Sources.PEERS)).as("switched off").isEmpty();
  }
}
