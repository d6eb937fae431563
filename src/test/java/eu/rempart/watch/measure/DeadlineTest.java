package eu.rempart.watch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody holds a measurement by sending a little from time to time. */
class DeadlineTest {

  private static final Duration PATIENCE = Duration.ofMillis(400);

  @ParameterizedTest
  @EnumSource(names = {"HTTPS", "PAGE"})
  void aHandshakeThatDripsIsCutWhenPatienceEnds(CheckKind kind) {
    RemoteMeter meter =
        new RemoteMeter(
            _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
            new Trust(Optional.empty()),
            InstantSource.system(),
            System::nanoTime,
            PATIENCE);
    Peer.Script drip =
        (socket, _) -> {
          // a record of 16 KB that never comes to its end, though no read waits long
          Peer.write(socket, "\u0016\u0003\u0003@\u0000");
          for (int i = 0; i < 100; i++) {
            Peer.write(socket, "\u0002");
            LockSupport.parkNanos(50_000_000);
          }
        };
    try (Peer peer = Peer.rude(drip)) {
      Check check =
          new Check(
              new CheckId(new UUID(7, 8)),
              1,
              "test",
              kind,
              Target.Remote.of("localhost", peer.port(), "/"),
              new Band(10_000, 10_000),
              Rules.usual(List.of(Zone.HOME), Duration.ofMinutes(1)),
              true,
              true,
              true);
      Measurement cut = meter.measure(check, null);
      assertThat(cut.failure()).isEqualTo(Failure.TLS_TIMEOUT);
      assertThat(cut.timing().total()).isLessThan(4_000_000L);
    }
  }
}
