package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no request, or what two readers might read differently (RFC 9112, 11.2: request
 * smuggling): refused, counted, and the connection ended, so that nothing behind it is ever read as
 * the next request.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadHttpTest {

  private static final String HOST = "Host: crm.example\r\n";

  /**
   * Would be answered if a reader took the smuggled bytes for a request; and the connection ended,
   * so that the test fails and does not wait.
   */
  private static final String SMUGGLED =
      "GET /smuggled HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

  private final JettyLab lab;

  BadHttpTest(@TempDir Path home) throws Exception {
    lab = new JettyLab(home);
  }

  @AfterAll
  void stop() throws Exception {
    lab.stop();
  }

  @BeforeEach
  void forget() {
    lab.malformed.clear();
    lab.requests.clear();
  }

  static Stream<Arguments> shapes() {
    String post = "POST /x HTTP/1.1\r\n" + HOST;
    String chunked = "Transfer-Encoding: chunked\r\n";
    return Stream.of(
        shape(400, "length and chunks", post + "Content-Length: 4\r\n" + chunked + "\r\n0\r\n\r\n"),
        shape(400, "chunks and length", post + chunked + "Content-Length: 4\r\n\r\n0\r\n\r\n"),
        shape(400, "two lengths", post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"),
        shape(
            400, "the same length twice", post + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"),
        shape(400, "a list of lengths", post + "Content-Length: 0, 0\r\n\r\n"),
        shape(400, "a length with a sign", post + "Content-Length: +0\r\n\r\n"),
        shape(400, "a negative length", post + "Content-Length: -1\r\n\r\n"),
        shape(
            400, "a length beyond numbers", post + "Content-Length: 99999999999999999999\r\n\r\n"),
        shape(400, "an empty length", post + "Content-Length: \r\n\r\n"),
        shape(400, "chunks twice", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        shape(400, "chunks not last", post + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
        shape(400, "another coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        shape(
            400,
            "identity with length",
            post + "Transfer-Encoding: identity\r\nContent-Length: 4\r\n\r\nabcd"),
        shape(
            400,
            "chunks with a tab before",
            post + "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n"),
        shape(400, "space before the colon", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
        shape(400, "a folded line", post + "X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n"),
        shape(400, "a first line that begins with space", "GET /x HTTP/1.1\r\n " + HOST + "\r\n"),
        shape(400, "no colon", "GET /x HTTP/1.1\r\n" + HOST + "X-A\r\n\r\n"),
        shape(400, "an empty name", "GET /x HTTP/1.1\r\n" + HOST + ": 1\r\n\r\n"),
        shape(400, "a zero in a value", "GET /x HTTP/1.1\r\n" + HOST + "X-A: a\0b\r\n\r\n"),
        shape(400, "line feeds alone", "GET /x HTTP/1.1\nHost: crm.example\n\n"),
        shape(400, "a return in a value", "GET /x HTTP/1.1\r\n" + HOST + "X-A: a\rb\r\n\r\n"),
        shape(400, "no host", "GET /x HTTP/1.1\r\n\r\n"),
        shape(400, "two hosts", "GET /x HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
        shape(400, "a host that is none", "GET /x HTTP/1.1\r\nHost: a b\r\n\r\n"),
        shape(
            400,
            "another host in the address",
            "GET http://other.example/x HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(
            400,
            "user and password in the address",
            "GET http://a:b@crm.example/x HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(505, "HTTP/0.9", "GET /x\r\n\r\n"),
        shape(426, "HTTP/2 as a version", "GET /x HTTP/2.0\r\n" + HOST + "\r\n"),
        shape(505, "HTTP/9.9", "GET /x HTTP/9.9\r\n" + HOST + "\r\n"),
        shape(505, "no HTTP at all", "EHLO crm.example\r\n\r\n"),
        shape(400, "bytes", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"),
        shape(400, "a backslash in the path", "GET /x\\..\\y HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "a coded slash", "GET /x%2f..%2fy HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "coded dots", "GET /x/%2e%2e/y HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "above the root", "GET /../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "a parameter in dots", "GET /x/..;/y HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "a coded zero", "GET /x%00 HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "half a code", "GET /x%2 HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(400, "bytes that are no UTF-8", "GET /%ff%fe HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(
            414,
            "an endless address",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
        shape(
            431,
            "an endless header",
            "GET /x HTTP/1.1\r\n" + HOST + "X-A: " + "x".repeat(20_000) + "\r\n\r\n"),
        shape(
            431,
            "endless headers",
            "GET /x HTTP/1.1\r\n" + HOST + "X-A: xxxxxxxxxx\r\n".repeat(2_000) + "\r\n"));
  }

  static Stream<Arguments> chunks() {
    return Stream.of(
        shape(400, "no number", "x\r\n\r\n"),
        shape(400, "a number in C's way", "0x4\r\nabcd\r\n0\r\n\r\n"),
        shape(400, "a sign", "+4\r\nabcd\r\n0\r\n\r\n"),
        shape(400, "a negative size", "-1\r\n\r\n"),
        shape(400, "a size beyond numbers", "fffffffffffffffff\r\n"),
        shape(400, "longer than said", "2\r\nabcd\r\n0\r\n\r\n"),
        shape(400, "line feeds alone", "4\nabcd\n0\n\n"));
  }

  private static Arguments shape(int status, String name, String bytes) {
    return Arguments.of(name, status, bytes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void isRefusedAndNothingBehindItIsRead(String name, int status, String bytes) throws Exception {
    String answer = lab.exchange(bytes + SMUGGLED);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("E-EDGE-7");
    assertThat(answer).doesNotContain("Jetty", "jetty", "read ").containsOnlyOnce("HTTP/1.1");
    assertThat(lab.requests).isEmpty();
    assertThat(lab.malformed.poll(30, TimeUnit.SECONDS))
        .isEqualTo(Source.of(InetAddress.ofLiteral("127.0.0.1")));
  }

  @Test
  void aFaultOfOursIsNotBlamedOnWhoAsks() throws Exception {
    String answer = lab.exchange("GET " + JettyLab.FAULT + " HTTP/1.1\r\n" + HOST + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 500 ").contains("E-EDGE-8");
    assertThat(answer).doesNotContain("Jetty", "IllegalState", "concern");
    assertThat(lab.malformed).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chunks")
  void aBodyInBadChunksEndsTheConnection(String name, int status, String body) throws Exception {
    String head = "POST /x HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n";

    String answer = lab.exchange(head + body + SMUGGLED);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("read ");
    assertThat(lab.requests).containsExactly("POST /x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4;EXTENSION\r\nabcd\r\n0\r\n\r\n", "4\r\nabcd\r\n0\r\nTRAILERS\r\n"})
  void whatGoesOnForEverInABodyIsCut(String body) throws Exception {
    String endless =
        body.replace("EXTENSION", "x".repeat(40_000))
            .replace("TRAILERS", "X-A: b\r\n".repeat(5_000));
    String head = "POST /x HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n";

    try {
      assertThat(lab.exchange(head + endless + SMUGGLED)).startsWith("HTTP/1.1 400 ");
    } catch (SocketException cut) {
      assertThat(cut).as("before all was sent").hasMessageContaining("reset");
    }
    assertThat(lab.requests).containsExactly("POST /x");
  }

  /** HTTP/1.0 knows no chunks (RFC 9112, 6.1): whatever is made of them, nothing follows. */
  @Test
  void chunksInHttp10EndTheConnection() throws Exception {
    String answer =
        lab.exchange(
            "POST /x HTTP/1.0\r\n"
                + HOST
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + SMUGGLED);

    assertThat(answer).containsOnlyOnce("HTTP/1.1");
    assertThat(lab.requests).doesNotContain("GET /smuggled");
  }

  /** RFC 9113 dropped it: the request is answered as what it is, and the connection stays so. */
  @Test
  void upgradeToHttp2IsNotTaken() throws Exception {
    String answer =
        lab.exchange(
            "GET /x HTTP/1.1\r\n"
                + HOST
                + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200 ").containsOnlyOnce("HTTP/1.1");
    assertThat(lab.requests).containsExactly("GET /x");
  }

  /** Only the edge says where a client is. */
  @Test
  void headerOfTheProxyProtocolInsideIsNoRequest() throws Exception {
    String answer = lab.exchange("PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n" + SMUGGLED);

    assertThat(answer).containsPattern("^HTTP/1.1 (400|505) ").containsOnlyOnce("HTTP/1.1");
    assertThat(lab.requests).isEmpty();
  }

  @Test
  void lineEndWithinAnExtensionOfAChunkHidesNothing() throws Exception {
    String answer =
        lab.exchange(
            "POST /x HTTP/1.1\r\n"
                + HOST
                + "Transfer-Encoding: chunked\r\n\r\n5;a=\"\n\"\r\nabcde\r\n0\r\n\r\n"
                + SMUGGLED);

    assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1");
    assertThat(lab.requests).doesNotContain("GET /smuggled");
  }

  @Test
  void theSentenceIsInTheReadersLanguageWhereOneIsKnown() throws Exception {
    String bad = "GET /x%2f..%2fy HTTP/1.1\r\n" + HOST + "Accept-Language: fr\r\n\r\n";

    assertThat(lab.exchange(bad)).contains("Rempart ne comprend pas");
  }

  @Test
  void goodRequestsOnOneConnectionAreServed() throws Exception {
    String answer =
        lab.exchange(
            "GET /first HTTP/1.1\r\n"
                + HOST
                + "\r\nPOST /x HTTP/1.1\r\n"
                + HOST
                + "Transfer-Encoding: chunked\r\n\r\n4;a=b\r\nabcd\r\n0\r\n\r\n"
                + "GET /last?a=b%20c HTTP/1.1\r\n"
                + HOST
                + "Connection: close\r\n\r\n");

    assertThat(answer).contains("read 4");
    assertThat(lab.requests).containsExactly("GET /first", "POST /x", "GET /last?a=b%20c");
    assertThat(lab.malformed).isEmpty();
  }
}
