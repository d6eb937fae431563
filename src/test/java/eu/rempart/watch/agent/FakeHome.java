package eu.rempart.watch.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.rempart.tls.ServerTls;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Whoever answers where an agent looks for home: home itself, or somebody else. */
final class FakeHome implements AutoCloseable {

  final KeyPair pair = ProbeKeys.generate();
  final AdmissionCode code = AdmissionCode.random(pair.getPublic());
  final List<Exchange.Report> reports = new CopyOnWriteArrayList<>();

  /** By whose key answers are signed; nobody's if null. */
  volatile @Nullable KeyPair signer = pair;

  /** By whose key it is said that somebody is not admitted; nobody's if null. */
  volatile @Nullable KeyPair refuser = pair;

  /** What is asked to be measured. */
  volatile List<Exchange.Asked> asks = List.of();

  /** What is answered instead of work. */
  volatile Exchange.@Nullable No no;

  /** Answers to an earlier request are given again. */
  volatile boolean repeats;

  volatile long authoritiesAt = 1;

  /** Whoever asks to be admitted is not answered, though home has taken the code. */
  volatile boolean loses;

  /** Of all that asked. */
  final List<String> keys = new CopyOnWriteArrayList<>();

  /** So far it says that it has results. */
  volatile long taken;

  /** Of an answer the head comes, and no more. */
  volatile boolean stopsAfterHead;

  private final HttpsServer server;
  private final ServerTls tls;
  private @Nullable RequestSeal first;

  FakeHome(ServerTls tls) throws IOException {
    this.tls = tls;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls.sslContext()));
    server.createContext(Admission.AUTHORITIES_PATH, this::authorities);
    server.createContext(Admission.PATH, this::admit);
    server.createContext(Exchange.PATH, this::exchange);
    server.start();
  }

  URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  private void authorities(HttpExchange call) throws IOException {
    String pem = Files.readString(tls.caCertificate().orElseThrow(), StandardCharsets.US_ASCII);
    byte[] body = Json.write(new Admission.Authorities(pem, authoritiesAt));
    KeyPair by = signer;
    send(call, 200, body, by == null ? null : Admission.sign(by.getPrivate(), body));
  }

  private void admit(HttpExchange call) throws IOException {
    byte[] asked = call.getRequestBody().readAllBytes();
    keys.add(String.valueOf(Json.read(asked, Admission.Request.class).key()));
    if (loses) {
      call.close();
      return;
    }
    Exchange.No refusal = no;
    if (refusal != null) {
      byte[] no = Json.write(refusal);
      KeyPair by = refuser;
      send(call, 429, no, by == null ? null : Admission.signRefusal(by.getPrivate(), asked, no));
      return;
    }
    byte[] body = Json.write(new Admission.Welcome(UUID.randomUUID().toString(), 1));
    KeyPair by = signer;
    send(call, 200, body, by == null ? null : Admission.sign(by.getPrivate(), asked, body));
  }

  private void exchange(HttpExchange call) throws IOException {
    byte[] asked = call.getRequestBody().readAllBytes();
    Exchange.Report report = Json.read(asked, Exchange.Report.class);
    reports.add(report);
    RequestSeal seal =
        RequestSeal.read(call.getRequestHeaders().getFirst(RequestSeal.HEADER))
            .orElseThrow()
            .seal();
    RequestSeal known = first;
    if (known == null) {
      first = seal;
      known = seal;
    }
    Exchange.No refusal = no;
    int status = refusal == null ? 200 : 409;
    byte[] body =
        refusal == null
            ? Json.write(new Exchange.Work(1, taken, List.of(), 50, "r", asks))
            : Json.write(refusal);
    KeyPair by = signer;
    RequestSeal answered = repeats ? known : seal;
    send(call, status, body, by == null ? null : answered.answer(by.getPrivate(), status, body));
  }

  private void send(HttpExchange call, int status, byte[] body, @Nullable String signature)
      throws IOException {
    if (signature != null) {
      call.getResponseHeaders().set(RequestSeal.ANSWER_HEADER, signature);
    }
    call.sendResponseHeaders(status, body.length);
    if (stopsAfterHead) {
      call.getResponseBody().flush();
      return;
    }
    call.getResponseBody().write(body);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
