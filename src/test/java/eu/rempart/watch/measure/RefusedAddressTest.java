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
import org.junit.jupiter.api.Test;

/** Addresses that no check asks, whatever a name leads to. */
class RefusedAddressTest {

  @Test
  void aNameThatLeadsThereIsNotAsked() throws Exception {
    InetAddress metadata = InetAddress.getByName("169.254.169.254");
    RemoteMeter meter =
        new RemoteMeter(
            _ -> new InetAddress[] {metadata},
            new Trust(Optional.empty()),
            InstantSource.system(),
            System::nanoTime,
            Duration.ofSeconds(5));
    Check check =
        new Check(
            new CheckId(new UUID(7, 8)),
            1,
            "test",
            CheckKind.SERVER,
            Target.Remote.of("harmless.example", 80, "/"),
            new Band(5_000, 5_000),
            Rules.usual(List.of(Zone.HOME), Duration.ofMinutes(1)),
            false,
            false,
            true);
    Measurement measured = meter.measure(check, null);
    assertThat(measured.failure()).isEqualTo(Failure.ADDRESS_NOT_ALLOWED);
    assertThat(measured.timing().connect()).isNull();
  }
}
