package eu.rempart.journey.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Original;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a log of packets saw leave an application equals what its page Places says: a mail server, a
 * gateway, a mailbox, a destination of backups and who hears the sign of life, each at an address
 * of its own.
 */
@ExtendWith(Homes.class)
class PlacesPacketsIT {

  private static final List<String> TOLD =
      List.of("java.io.tmpdir", "java.awt.headless", "user.timezone", "basedir");

  @Test
  void packetsGoToThePlacesOfThePageAndNowhereElse() {
    Path home = Homes.fresh("packets");
    Original.FOUNDED.copyTo(home);
    List<String> command = new ArrayList<>(OwnNetwork.alone());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Xmx512m"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("rempart.") || TOLD.contains(name))
        .forEach(name -> command.add("-D%s=%s".formatted(name, System.getProperty(name))));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PlacesPackets.class.getName(),
            home.toString()));

    Outcome outcome = new Shell().run(command.toArray(String[]::new));

    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    Set<String> places = line(outcome, "places: ");
    assertThat(places).containsExactlyElementsOf(new TreeSet<>(PlacePeers.ADDRESSES.values()));
    requireSame(places, line(outcome, "packets: "));
    assertThatThrownBy(() -> requireSame(places, line(outcome, "packets with a stray one: ")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(PlacesPackets.STRAY);
    destinationThatIsNotAllowedAnyMoreRefusesTheStart(home);
  }

  /** The settings may be others than when it was added. */
  private static void destinationThatIsNotAllowedAnyMoreRefusesTheStart(Path home) {
    Settings french = new Settings(Map.of("REMPART_PLACES_ALLOWED", "FR"), List.of());
    Outcome outcome = Installation.refused(home, french, List.of());
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.output() + outcome.complaints())
        .contains("place-not-allowed", PlacePeers.BACKUP, "is in NL", "./rempart backup remove");
    assertThat(home.resolve("postgres/postmaster.pid")).as("its database ended too").doesNotExist();
  }

  private static void requireSame(Set<String> places, Set<String> packets) {
    assertThat(packets).as("where packets went").isEqualTo(places);
  }

  private static Set<String> line(Outcome outcome, String beginning) {
    return outcome
        .output()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .flatMap(line -> line.isEmpty() ? Stream.empty() : Arrays.stream(line.split(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
