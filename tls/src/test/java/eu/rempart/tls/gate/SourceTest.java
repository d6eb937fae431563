package eu.rempart.tls.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class SourceTest {

  @Test
  void ipv4IsMappedIntoIpv6AndBack() throws Exception {
    InetAddress address = InetAddress.getByName("203.0.113.200");
    Source source = Source.of(address);

    assertThat(source).isEqualTo(new Source(0, 0xffff_cb00_71c8L));
    assertThat(source.isIpv4()).isTrue();
    assertThat(source.address()).isEqualTo(address);
  }

  @Test
  void ipv6KeepsAllBits() throws Exception {
    InetAddress address = InetAddress.getByName("2001:db8:ffff::8000:1");
    Source source = Source.of(address);

    assertThat(source.high()).isEqualTo(0x2001_0db8_ffff_0000L);
    assertThat(source.isIpv4()).isFalse();
    assertThat(source.address()).isEqualTo(address);
  }
}
