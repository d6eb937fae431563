package eu.rempart.journey.account;

import eu.rempart.journey.Installation;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Somebody without a browser at an address anywhere, of which a balancer tells; keeps cookies. */
final class Caller {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final Pattern WAIT = Pattern.compile(".*[?&]wait=([0-9]+).*");

  private final URI server;
  private final SSLSocketFactory tls;
  private final InetSocketAddress source;
  private final Map<String, String> cookies;

  private Caller(
      URI server, SSLSocketFactory tls, InetSocketAddress source, Map<String, String> cookies) {
    this.server = server;
    this.tls = tls;
    this.source = source;
    this.cookies = cookies;
  }

  static Caller at(Installation installation, String address)
      throws IOException, GeneralSecurityException {
    return new Caller(
        URI.create(installation.url()), trusting(installation), from(address), new HashMap<>());
  }

  private static InetSocketAddress from(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 40_000);
  }

  private static SSLSocketFactory trusting(Installation installation)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("server", installation.certificate());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  /** The same device in another network, signed out. */
  Caller movedTo(String address) {
    Map<String, String> kept = new HashMap<>(cookies);
    kept.keySet().removeIf(name -> !name.equals("__Host-rempart-device"));
    return new Caller(server, tls, from(address), kept);
  }

  /** Sends what the sign-in page sends. */
  Answer signIn(String email, String password) throws IOException {
    String body = "username=" + encoded(email) + "&password=" + encoded(password);
    String request =
        "POST /login HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(server.getAuthority(), cookieHeader(), body.length(), body);
    try (Socket plain = new Socket(server.getHost(), server.getPort())) {
      plain.setSoTimeout(PATIENCE_MILLIS);
      plain
          .getOutputStream()
          .write(
              ProxyHeaderWriter.write(
                  source, new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 443), null));
      try (Socket secure = tls.createSocket(plain, server.getHost(), server.getPort(), true)) {
        secure.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Answer answer =
            Answer.of(
                new String(secure.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        answer.cookies().forEach(cookies::put);
        return answer;
      }
    }
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the server says to a request. */
  record Answer(int status, List<String> headers) {

    private static Answer of(String response) {
      List<String> lines = response.split("\r\n\r\n", 2)[0].lines().toList();
      return new Answer(Integer.parseInt(lines.getFirst().split(" ", -1)[1]), lines);
    }

    /** The first header of this name; empty if there is none. */
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }

    String location() {
      return header("Location");
    }

    /** 0 where the answer does not ask for patience. */
    long secondsToWait() {
      var found = WAIT.matcher(location());
      return found.matches() ? Long.parseLong(found.group(1)) : 0;
    }

    private Map<String, String> cookies() {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
          .map(line -> line.substring("set-cookie:".length()).strip().split(";", 2)[0])
          .collect(
              Collectors.toMap(
                  pair -> pair.substring(0, pair.indexOf('=')),
                  pair -> pair.substring(pair.indexOf('=') + 1),
                  (former, later) -> later));
    }
  }
}
