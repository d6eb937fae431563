package eu.rempart.tls.serve;

import java.time.Duration;

/**
 * How long the edge waits.
 *
 * @param hello for the whole ClientHello, and a PROXY header before it, from the connection on
 * @param handshake from the ClientHello on
 * @param firstRequest from the first decrypted byte until the first empty line or answer
 * @param unused for that first byte; browsers open connections in advance
 * @param answer of silence of the backend after the client's first bytes until it is asked whether
 *     it answers anybody, and for its answer to that: it is given up after twice this time. A slow
 *     request of a backend that lives is not cut
 * @param idle without a byte either way; has to exceed the heartbeat of the application
 * @param slowed how long a slowed client waits between its ClientHello and the handshake
 * @param linger for the client's end after the backend's
 */
public record EdgeTimes(
    Duration hello,
    Duration handshake,
    Duration firstRequest,
    Duration unused,
    Duration answer,
    Duration idle,
    Duration slowed,
    Duration linger) {

  /** What suits an application whose pages send a heartbeat every five minutes. */
  public static EdgeTimes usual() {
    return new EdgeTimes(
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofSeconds(15),
        Duration.ofMinutes(6),
        Duration.ofMillis(500),
        Duration.ofSeconds(2));
  }

  public EdgeTimes withHello(Duration other) {
    return new EdgeTimes(other, handshake, firstRequest, unused, answer, idle, slowed, linger);
  }

  public EdgeTimes withHandshake(Duration other) {
    return new EdgeTimes(hello, other, firstRequest, unused, answer, idle, slowed, linger);
  }

  public EdgeTimes withFirstRequest(Duration other) {
    return new EdgeTimes(hello, handshake, other, unused, answer, idle, slowed, linger);
  }

  public EdgeTimes withUnused(Duration other) {
    return new EdgeTimes(hello, handshake, firstRequest, other, answer, idle, slowed, linger);
  }

  public EdgeTimes withAnswer(Duration other) {
    return new EdgeTimes(hello, handshake, firstRequest, unused, other, idle, slowed, linger);
  }

  public EdgeTimes withIdle(Duration other) {
    return new EdgeTimes(hello, handshake, firstRequest, unused, answer, other, slowed, linger);
  }
}
