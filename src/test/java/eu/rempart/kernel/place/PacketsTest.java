package eu.rempart.kernel.place;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What leaves the machine, counted by its kernel in a network of the test's own. */
class PacketsTest {

  @Test
  void noPacketLeavesForAPlaceThatIsNotAllowed() {
    Shell.Outcome outcome =
        new Shell()
            .run(
                "unshare",
                "--map-root-user",
                "--net",
                "sh",
                "-c",
                "ip link set lo up && ip address add %s/32 dev lo && ip address add %s/32 dev lo && exec \"$@\""
                    .formatted(Sends.AMERICA, Sends.FRANCE),
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sends.class.getName());

    assertThat(outcome.output().lines())
        .as(outcome.complaints())
        .containsExactly(
            "both listen true true",
            "US gateway: place-not-allowed, packets none",
            "US mailbox: place-not-allowed, packets none",
            "FR gateway: connected, packets left",
            "FR mailbox: connected, packets left");
  }
}
