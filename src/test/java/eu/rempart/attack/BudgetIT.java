package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gate 2: so many handshakes may wait for a signature, and tickets and members need not wait. */
@Tag("attack")
class BudgetIT {

  private static final int FLOOD = 600;
  private static final List<String> COUNTRIES = List.of("US", "BR", "CN", "RU", "IN", "JP");

  private final Target target = Target.shared();

  @BeforeEach
  void nothingIsRuled() throws Exception {
    target.change(GateTables::clear);
  }

  @AfterEach
  void theMemberWorked() {
    target.member().assertServed();
  }

  @Test
  void ofAFloodOfHandshakesSomeAreRefusedAndWhoHasATicketOrIsAMemberIsNot() throws Exception {
    Visitor ticket = target.at(target.country("FR"));
    assertThat(ticket.isServed()).isTrue();
    assertThat(ticket.isServed()).isTrue();
    Visitor member = target.at(target.member().source());
    byte[] hello = ticket.helloOfAStranger();
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < FLOOD; i++) {
      visitors.add(target.at(target.country(COUNTRIES.get(i % COUNTRIES.size()))));
    }
    List<Socket> flood = new ArrayList<>();
    try {
      for (Visitor visitor : visitors) {
        flood.add(visitor.knock());
      }
      for (Socket each : flood) {
        send(each, hello);
      }
      assertThat(ticket.isServed()).as("with a ticket").isTrue();
      assertThat(member.isServed()).as("from where a member signed in").isTrue();
      int signed = 0;
      for (Socket each : flood) {
        signed += isAnswered(each) ? 1 : 0;
      }
      assertThat(signed).as("signatures").isBetween(100, FLOOD - 50);
    } finally {
      for (Socket each : flood) {
        each.close();
      }
    }
    assertThat(target.at(target.country("US")).isServed()).as("afterwards").isTrue();
  }

  /** The edge may have refused it in the middle of the flood, or for sitting there too long. */
  private static void send(Socket socket, byte[] hello) {
    try {
      socket.getOutputStream().write(hello);
    } catch (IOException refused) {
      // counted when it is read
    }
  }

  private static boolean isAnswered(Socket socket) {
    try {
      return socket.getInputStream().read() >= 0;
    } catch (IOException reset) {
      return false;
    }
  }
}
