package eu.rempart.ops.backup.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.rempart.ops.backup.engine.DestinationAddress.BadAddressException;
import eu.rempart.ops.backup.engine.DestinationAddress.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people write where backups go. */
class DestinationAddressTest {

  @ParameterizedTest
  @CsvSource({
    "sftp://backup@dc1.example.org/srv/rempart, sftp://backup@dc1.example.org/srv/rempart",
    "SFTP://backup@DC1.Example.org:22/srv//rempart/, sftp://backup@dc1.example.org/srv/rempart",
    "' sftp://b.u-1@10.0.0.9:2201/a/../b ', sftp://b.u-1@10.0.0.9:2201/b",
    "sftp://b@[2001:DB8::7]:2201/b, sftp://b@[2001:db8::7]:2201/b",
    "/media/disk/rempart/, /media/disk/rempart",
  })
  void oneTextForEachPlace(String written, String shown) throws Exception {
    DestinationAddress address = DestinationAddress.parse(written);
    assertThat(address).hasToString(shown);
    assertThat(DestinationAddress.parse(shown)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|FORM",
        "media/disk|FORM",
        "ftp://b@dc1.example.org/x|FORM",
        "sftp://b@dc1.example.org/x?y|FORM",
        "sftp://b@dc1.example.org/with space|FORM",
        "sftp://b@dc1.example.org/x;rm|FORM",
        "sftp://b@dc1.example.org/x%0arepo9-path|FORM",
        "sftp://dc1.example.org/x|USER",
        "sftp://-oProxyCommand@dc1.example.org/x|USER",
        "sftp://b:secret@dc1.example.org/x|PASSWORD",
        "sftp://b@/x|HOST",
        "sftp://b@-oProxyCommand/x|HOST",
        "sftp://b@dc1.example.org:0/x|PORT",
        "sftp://b@dc1.example.org:99999/x|PORT",
        "sftp://b@dc1.example.org|FOLDER",
        "sftp://b@dc1.example.org/|FOLDER",
        "/|FOLDER",
      })
  void otherTextsAreRefused(String written, Fault fault) {
    assertThatExceptionOfType(BadAddressException.class)
        .isThrownBy(() -> DestinationAddress.parse(written))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
