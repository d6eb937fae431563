package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.PeerWatch;
import eu.rempart.alert.channel.PeerWatches;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.FakeChannel;
import eu.rempart.alert.queue.FakeChannel.Mood;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Servers by which messages go are watched themselves. */
class PeerSourceTest extends WithSources {

  private final FakeChannel sms = new FakeChannel(ChannelKind.SMS, false);
  private final Channels channels =
      kind -> kind == ChannelKind.SMS ? Optional.of(sms) : Optional.empty();
  @Autowired private DSLContext database;
  private @Nullable PeerWatch node;

  private PeerWatch peers() {
    return Objects.requireNonNull(node);
  }

  @BeforeEach
  void begin() {
    node = PeerWatches.node(channels, database);
    peers().forget(ChannelKind.SMS);
  }

  @Test
  void aPeerThatIsSilentIsAnIncidentUntilItAnswers() {
    var source = new PeerSource(channels, peers(), alerts);
    source.run();
    assertThat(going(Sources.PEERS)).isEmpty();
    assertThat(peers().last(ChannelKind.SMS).orElseThrow().answers()).isTrue();

    sms.mood = Mood.BROKEN;
    source.run();
    Incident silent = going(Sources.PEERS).getFirst();
    assertThat(new AlertText(Locale.ENGLISH).title(silent)).isEqualTo("SMS (SMPP) does not answer");
    assertThat(new AlertText(Locale.FRENCH).sentence(silent)).contains("SMS (SMPP)");
    assertThat(peers().last(ChannelKind.SMS).orElseThrow().answeredAt()).isNotNull();
    assertThat(PeerWatches.node(channels, database).last(ChannelKind.SMS))
        .as("what another node knows")
        .hasValueSatisfying(seen -> assertThat(seen.answers()).isFalse())
        .isEqualTo(peers().last(ChannelKind.SMS));

    sms.mood = Mood.FINE;
    source.run();
    assertThat(going(Sources.PEERS)).isEmpty();
    sms.mood = Mood.BROKEN;
    sms.configured = false;
    source.run();
    assertThat(going(Sources.PEERS)).as("switched off").isEmpty();
  }
}
