package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Peers that take their time: each is cut, and what they hold meanwhile is next to nothing. */
@Tag("attack")
class SlowIT {

  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final String POST = "POST /login HTTP/1.1\r\nHost: localhost\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final int READERS = 300;

  /** How often each asks, one request behind the other. */
  private static final int TIMES = 40;

  /** What all those readers may cost, in bytes; they ask for several times as much. */
  private static final long MEMORY = 300L << 20;

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
  void whoSendsAsSlowlyAsItCanIsCut() throws Exception {
    try (Pace pace = new Pace()) {
      List<CompletableFuture<Void>> all =
          List.of(
              silence(pace, 0),
              silence(pace, 100),
              drippedHello(pace),
              silence(pace, Integer.MAX_VALUE),
              drippedHead(pace),
              drippedBody(pace),
              silentBody(pace));
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
  }

  /** Sends so many bytes of a ClientHello, and nothing after that. */
  private CompletableFuture<Void> silence(Pace pace, int sent) throws IOException {
    Visitor visitor = target.at(target.country("PL"));
    Socket socket = visitor.knock();
    byte[] hello = visitor.hello();
    socket.getOutputStream().write(Arrays.copyOf(hello, Math.min(sent, hello.length)));
    return pace.go("silence after %d bytes".formatted(sent), DRIP, () -> isReset(socket));
  }

  private CompletableFuture<Void> drippedHello(Pace pace) throws IOException {
    Visitor visitor = target.at(target.country("PL"));
    Socket socket = visitor.knock();
    byte[] hello = visitor.hello();
    int[] at = {0};
    return pace.go(
        "dripped hello",
        DRIP,
        () -> {
          try {
            socket.getOutputStream().write(hello[at[0]++]);
            return false;
          } catch (SocketException reset) {
            return true;
          }
        });
  }

  private CompletableFuture<Void> drippedHead(Pace pace) throws IOException {
    Conversation conversation = target.at(target.country("PL")).open();
    conversation.send("GET /login HTTP/1.1\r\nHost: localhost\r\nX-A: ");
    return pace.go("dripped head", DRIP, () -> drips(conversation));
  }

  private CompletableFuture<Void> drippedBody(Pace pace) throws IOException {
    Conversation conversation = body();
    CompletableFuture<Answer> answer = answer(conversation);
    return pace.go(
        "dripped body",
        DRIP,
        () -> {
          boolean over = answer.isDone() && drips(conversation);
          if (!over && !answer.isDone()) {
            drips(conversation);
          }
          if (over) {
            assertThat(answer.join().status()).isEqualTo(408);
            assertThat(answer.join().body()).contains("E-EDGE-6");
          }
          return over;
        });
  }

  private CompletableFuture<Void> silentBody(Pace pace) throws IOException {
    CompletableFuture<Answer> answer = answer(body());
    return pace.go(
        "silent body",
        DRIP,
        () -> {
          if (answer.isDone()) {
            assertThat(answer.join().status()).isEqualTo(408);
          }
          return answer.isDone();
        });
  }

  private Conversation body() throws IOException {
    Conversation conversation = target.at(target.country("PL")).open();
    conversation.send(POST + FORM + "Content-Length: 5000\r\n\r\n");
    return conversation;
  }

  private static CompletableFuture<Answer> answer(Conversation conversation) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(conversation.read());
              } catch (IOException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  /** Sends one byte more; true once there is nobody who takes it. */
  private static boolean drips(Conversation conversation) {
    try {
      conversation.send("a");
      return false;
    } catch (IOException cut) {
      return true;
    }
  }

  private static boolean isReset(Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        // the server's part of the handshake
      }
      return true;
    } catch (SocketTimeoutException stillThere) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void readersWhoDoNotReadCostNoMemory() throws Exception {
    String large = largeFile();
    int bytes = target.at(target.country("RO")).get(large).body().length();
    assertThat((long) bytes * READERS * TIMES).as("asked for").isGreaterThan(2 * MEMORY);
    List<Conversation> readers = new ArrayList<>();
    long before = resident();
    try {
      for (int i = 0; i < READERS; i++) {
        Conversation reader = target.at(target.country("RO")).openNarrowly();
        readers.add(reader);
        reader.send(("GET " + large + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(TIMES));
      }
      assertThat(target.at(target.country("RO")).get(large).status()).isEqualTo(200);
      assertThat(resident() - before).isLessThan(MEMORY);
    } finally {
      for (Conversation each : readers) {
        each.close();
      }
    }
  }

  /** The largest script that the sign-in page loads. */
  private String largeFile() throws IOException {
    Visitor visitor = target.at(target.country("RO"));
    var scripts =
        Pattern.compile("\"[./]*(VAADIN/build/[^\"]+\\.js)\"")
            .matcher(visitor.get("/login").body());
    String largest = "";
    int most = 0;
    while (scripts.find()) {
      String path = "/" + scripts.group(1);
      int length = visitor.get(path).body().length();
      if (length > most) {
        most = length;
        largest = path;
      }
    }
    return largest;
  }

  /** Memory of the application's process that is in use, in bytes (proc(5)). */
  private long resident() throws IOException {
    var info = new Properties();
    try (var in =
        Files.newBufferedReader(target.installation().home().resolve("run/info.properties"))) {
      info.load(in);
    }
    return Files.readAllLines(Path.of("/proc", info.getProperty("pid"), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .sum();
  }
}
