package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.AddressRefusedException;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which address the programs are told. */
class JudgedDestinationsTest {

  private List<String> answer = List.of();
  private Destination there;
  private JudgedDestinations judged;

  @BeforeEach
  void add() throws Exception {
    there = destination("sftp://backup@dc1.example/rempart", "DE");
    judged = new JudgedDestinations(TestPlaces.through(this::find));
  }

  private static Destination destination(String address, String country) throws Exception {
    return new Destination(
        UUID.randomUUID(), 1, DestinationAddress.parse(address), CountryCode.of(country), "key");
  }

  private InetAddress[] find(String host) throws IOException {
    if (answer.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return answer.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  private String at() throws IOException {
    return String.valueOf(judged.judged(there).at());
  }

  @Test
  void addressStaysWhileTheNameLeadsThereAmongOthers() throws Exception {
    answer = List.of("192.0.2.1", "192.0.2.2");
    assertThat(at()).isEqualTo("192.0.2.1");
    answer = List.of("192.0.2.2", "192.0.2.1");
    assertThat(at()).isEqualTo("192.0.2.1");
    answer = List.of("192.0.2.2");
    assertThat(at()).isEqualTo("192.0.2.2");
  }

  @Test
  void addressStaysWhileNobodyCanBeAsked() throws Exception {
    assertThat(at()).as("nothing that was judged").endsWith(".invalid");
    answer = List.of("192.0.2.1");
    assertThat(at()).isEqualTo("192.0.2.1");
    answer = List.of();
    assertThat(at()).isEqualTo("192.0.2.1");
  }

  @Test
  void noProgramIsToldWhatIsNotAllowed() throws Exception {
    answer = List.of("192.0.2.1", "169.254.169.254");
    assertThatThrownBy(this::at).isInstanceOf(AddressRefusedException.class);
    answer = List.of("192.0.2.1");
    judged = new JudgedDestinations(TestPlaces.strictly("US", this::find));
    assertThatThrownBy(this::at).isInstanceOf(PlaceNotAllowedException.class);
    there = destination("/mnt/disk", "US");
    assertThatThrownBy(this::at).isInstanceOf(PlaceNotAllowedException.class);
  }

  @Test
  void nothingGoesToAnAddressThatProgramsWereNotTold() throws Exception {
    answer = List.of("192.0.2.1");
    Destination told = judged.judged(there);
    judged.require(told);
    answer = List.of("192.0.2.2");
    assertThatThrownBy(() -> judged.require(told)).isInstanceOf(BackupFailedException.class);
    assertThatThrownBy(() -> judged.require(there))
        .as("was refused when programs were told")
        .isInstanceOf(BackupFailedException.class);
    judged.require(judged.judged(there));
  }

  @Test
  void folderOfThisMachineIsReachedHere() throws Exception {
    there = destination("/mnt/disk", "FR");
    answer = List.of("127.0.0.1");
    assertThat(at()).isEqualTo("localhost");
  }
}
