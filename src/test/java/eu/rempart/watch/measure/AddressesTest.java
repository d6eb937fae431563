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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is sent to, whatever a name leads to. */
class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "::ffff:169.254.169.254",
        "64:ff9b::169.254.169.254",
        "::169.254.169.254"
      })
  void theLinkMetadataAndNobodyAreRefused(String address) throws Exception {
    assertThat(Addresses.refused(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.0.0.1", "192.0.2.1", "2001:db8::1", "fd00::1"})
  void othersAreNot(String address) throws Exception {
    assertThat(Addresses.refused(InetAddress.getByName(address))).isFalse();
  }

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
