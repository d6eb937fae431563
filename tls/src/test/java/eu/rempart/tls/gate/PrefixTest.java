package eu.rempart.tls.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefixTest {

  private static final Source LOOPBACK_6 = new Source(0, 1);
  private static final Source SOMEBODY = Source.ofIpv4(0xcb00_71c8L);

  @Test
  void aroundLoopbackOfIpv6IsNobodyOfIpv4() {
    Prefix fine = Prefix.fine(LOOPBACK_6.high(), LOOPBACK_6.low());
    Prefix coarse = Prefix.coarse(LOOPBACK_6.high(), LOOPBACK_6.low());

    assertThat(fine).hasToString("::1/128").isEqualTo(coarse);
    assertThat(fine.contains(SOMEBODY.high(), SOMEBODY.low())).isFalse();
    assertThat(fine.overlaps(Prefix.fine(SOMEBODY.high(), SOMEBODY.low()))).isFalse();
  }

  @Test
  void ipv4IsCountedByAddressesAndIpv6ByNetworks() {
    assertThat(Prefix.fine(SOMEBODY.high(), SOMEBODY.low())).hasToString("203.0.113.200/32");
    assertThat(Prefix.coarse(SOMEBODY.high(), SOMEBODY.low())).hasToString("203.0.113.0/24");
    long high = 0x2001_0db8_ffff_0001L;
    assertThat(Prefix.fine(high, 1)).hasToString("2001:db8:ffff:1::/64");
    assertThat(Prefix.coarse(high, 1)).hasToString("2001:db8:ffff::/48");
  }

  @Test
  void aNetworkOfIpv6ThatAllOfIpv4LiesInIsToldApart() {
    assertThat(Prefix.of("::/64").spansIpv4()).isTrue();
    assertThat(Prefix.of("::/0").spansIpv4()).isTrue();
    assertThat(Prefix.of("::1/128").spansIpv4()).isFalse();
    assertThat(Prefix.of("2001:db8::/32").spansIpv4()).isFalse();
    assertThat(Prefix.of("0.0.0.0/0").spansIpv4()).isFalse();
  }
}
