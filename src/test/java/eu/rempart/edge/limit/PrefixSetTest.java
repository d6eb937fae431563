package eu.rempart.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrefixSetTest {

  @Test
  void prefixesReadAndWriteAsPostgresqlDoes() {
    assertThat(Prefix.parse(" 203.0.113.77/24 ")).hasToString("Optional[203.0.113.0/24]");
    assertThat(Prefix.parse("203.0.113.77")).hasToString("Optional[203.0.113.77/32]");
    assertThat(Prefix.parse("0.0.0.0/0")).hasToString("Optional[0.0.0.0/0]");
    assertThat(Prefix.parse("2001:DB8:0:0:1::7/64")).hasToString("Optional[2001:db8::/64]");
    assertThat(Prefix.parse("2001:db8::1")).hasToString("Optional[2001:db8::1/128]");
    assertThat(Prefix.parse("1:0:0:2:0:0:0:3")).hasToString("Optional[1:0:0:2::3/128]");
    assertThat(Prefix.parse("::/0")).hasToString("Optional[::/0]");
    for (String wrong :
        List.of(
            "",
            "example.org",
            "1.2.3",
            "1.2.3.4/33",
            "::1/129",
            "1.2.3.4/x",
            "1.2.3.4/8/8",
            "1.2.3.400",
            ":::",
            "1.2.3.4/-1",
            "fe80::1%eth0")) {
      assertThat(Prefix.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aSetKnowsExactlyTheAddressesOfItsNetworks() {
    var random = new SplittableRandom(3);
    List<Prefix> networks = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      networks.add(
          i % 2 == 0
              ? new Prefix(0, Source.ofIpv4(random.nextInt()).low(), 104 + random.nextInt(25))
              : new Prefix(
                  0x2000_0000_0000_0000L | random.nextLong() >>> 4, 0, random.nextInt(30, 65)));
    }
    PrefixSet set = PrefixSet.of(networks, 100);
    for (int i = 0; i < 20_000; i++) {
      Prefix near = networks.get(random.nextInt(networks.size()));
      long high = near.isIpv4() ? 0 : near.high() ^ (1L << random.nextInt(64));
      long low = near.isIpv4() ? near.low() ^ (1L << random.nextInt(32)) : random.nextLong();
      boolean expected = networks.stream().anyMatch(network -> network.contains(high, low));
      assertThat(set.contains(high, low, 0)).isEqualTo(expected);
    }
  }

  @Test
  void aNetworkEndsAndTheOneAroundItStays() throws Exception {
    Prefix inner = Prefix.parse("203.0.113.7").orElseThrow();
    Prefix outer = Prefix.parse("203.0.113.0/24").orElseThrow();
    PrefixSet set = new PrefixSet.Builder(3).add(inner, 10).add(outer, 50).add(inner, 5).build();
    Source source = Source.of(InetAddress.getByName("203.0.113.7"));

    assertThat(set.contains(source.high(), source.low(), 9)).isTrue();
    assertThat(set.contains(source.high(), source.low(), 49)).isTrue();
    assertThat(set.contains(source.high(), source.low(), 50)).isFalse();
    assertThat(PrefixSet.of(List.of(inner), 10).contains(source.high(), source.low(), 10))
        .isFalse();
    assertThat(PrefixSet.EMPTY.contains(source.high(), source.low(), 0)).isFalse();
  }

  @Test
  void aNetworkIsInASetAsAWholeOrNot() {
    PrefixSet set =
        PrefixSet.of(List.of(Prefix.of("203.0.113.0/25"), Prefix.of("2001:db8::/64")), 10);
    assertThat(set.contains(Prefix.of("203.0.113.0/25"), 9)).isTrue();
    assertThat(set.contains(Prefix.of("203.0.113.64/26"), 9)).isTrue();
    assertThat(set.contains(Prefix.of("203.0.113.7"), 9)).isTrue();
    assertThat(set.contains(Prefix.of("203.0.113.0/24"), 9)).as("but half of it").isFalse();
    assertThat(set.contains(Prefix.of("2001:db8::/48"), 9)).isFalse();
    assertThat(set.contains(Prefix.of("203.0.113.7"), 10)).as("it is over").isFalse();
  }

  @Test
  void momentsMayWrapAroundAsThoseOfTheSystemDo() {
    Prefix any = Prefix.parse("0.0.0.0/0").orElseThrow();
    long now = Long.MAX_VALUE - 5;
    PrefixSet set = PrefixSet.of(List.of(any), now + 10);

    assertThat(set.contains(0, Source.ofIpv4(1).low(), now)).isTrue();
    assertThat(set.contains(0, Source.ofIpv4(1).low(), now + 11)).isFalse();
  }
}
