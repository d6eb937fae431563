package eu.rempart.edge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenAddressTest {

  @Test
  void anAddressAndAPortAreRead() {
    assertThat(ListenAddress.parse("10.0.0.5:8444"))
        .isEqualTo(new InetSocketAddress("10.0.0.5", 8444));
    assertThat(ListenAddress.parse(" [::1]:0 "))
        .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("::1"), 0));
  }

  @Test
  void anythingElseIsRefusedWithASentence() {
    for (String wrong :
        List.of("", "8444", ":8444", "node-1:8444", "10.0.0.5:", "10.0.0.5:99999")) {
      assertThatThrownBy(() -> ListenAddress.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rempart.edge.listen")
          .hasMessageContaining("expected ADDRESS:PORT");
    }
  }
}
