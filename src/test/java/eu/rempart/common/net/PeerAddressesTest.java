package eu.rempart.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is sent to, whatever a name leads to. */
class PeerAddressesTest {

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
    assertThat(PeerAddresses.refused(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "64:ff9b::8.8.8.8, 8.8.8.8",
    "2002:808:808::1, 8.8.8.8",
    "::ffff:8.8.8.8, 8.8.8.8",
    "8.8.8.8, 8.8.8.8",
    "2001:db8::8.8.8.8, 2001:db8::808:808",
  })
  void translatedAddressMeansWhatItLeadsTo(String address, String meant) throws Exception {
    assertThat(PeerAddresses.meant(InetAddress.getByName(address)))
        .isEqualTo(InetAddress.getByName(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.0.0.1", "192.0.2.1", "2001:db8::1", "fd00::1"})
  void othersAreNot(String address) throws Exception {
    assertThat(PeerAddresses.refused(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0.1.2.3",
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "198.19.0.1",
        "240.0.0.1",
        "fd00::1",
        "fc00::1",
        "fec0::1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "::10.0.0.1",
        "2002:a00:1::1",
        "2001::1",
      })
  void privateAddressesAreInside(String address) throws Exception {
    assertThat(PeerAddresses.inside(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "172.32.0.1", "11.0.0.1", "2001:db8::1", "64:ff9b::8.8.8.8"})
  void publicAddressesAreNotInside(String address) throws Exception {
    assertThat(PeerAddresses.inside(InetAddress.getByName(address))).isFalse();
  }
}
