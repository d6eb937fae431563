package eu.rempart.tls.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.gate.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class RendezvousTest {
  private static final int SOURCES = 9_000;

  private final List<String> three = List.of("a:1", "b:1", "c:1");

  private static List<String> ranked(List<String> nodes, Source source) {
    return Rendezvous.ranked(nodes, Rendezvous::key, source);
  }

  private static Source source(int number) {
    return Source.ofIpv4(0x0a00_0000L + number);
  }

  @Test
  void eachNodeGetsItsShare() {
    long[] counts = new long[3];
    for (int i = 0; i < SOURCES; i++) {
      counts[three.indexOf(ranked(three, source(i)).getFirst())]++;
    }
    for (long count : counts) {
      assertThat(count).isBetween(SOURCES / 3L - 300, SOURCES / 3L + 300);
    }
  }

  @Test
  void whereANodeEndsOnlyItsPeopleMove() {
    List<String> two = three.subList(0, 2);
    for (int i = 0; i < SOURCES; i++) {
      String before = ranked(three, source(i)).getFirst();
      String after = ranked(two, source(i)).getFirst();
      if (!before.equals(three.get(2))) {
        assertThat(after).isEqualTo(before);
      }
    }
  }

  @Test
  void edgesThatNameTheNodesInAnotherOrderAgree() {
    List<String> reversed = three.reversed();
    for (int i = 0; i < 100; i++) {
      assertThat(ranked(reversed, source(i))).isEqualTo(ranked(three, source(i)));
    }
  }

  @Test
  void aHouseholdOfIpv6IsOnePerson() {
    assertThat(Rendezvous.person(new Source(0x2001_0db8_0000_0001L, 5)))
        .isEqualTo(Rendezvous.person(new Source(0x2001_0db8_0000_0001L, 6)));
    assertThat(Rendezvous.person(source(5))).isEqualTo(source(5));
  }

  @Test
  void addressesOfNodesAreReadOrRefusedWithASentence() {
    assertThat(NodeAddress.parse("node-1.example.org:8444"))
        .isEqualTo(new NodeAddress("node-1.example.org", 8444));
    assertThat(NodeAddress.parse("[::1]:8444")).isEqualTo(new NodeAddress("::1", 8444));
    for (String wrong : List.of("", "node", "node:", ":8444", "node:0", "node:70000", "::1:84")) {
      assertThatThrownBy(() -> NodeAddress.parse(wrong))
          .as(wrong)
          .hasMessageContaining("expected one like");
    }
  }
}
