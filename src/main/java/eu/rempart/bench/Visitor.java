package eu.rempart.bench;

import eu.rempart.bench.edge.OwnAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody signed in, as far as the server can tell: one page that stays open, in which they go
 * from view to view as a browser does. Draws nothing, which would cost more than the server.
 */
final class Visitor {

  private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
  private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
  private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
  private static final Pattern QUESTION =
      Pattern.compile("\\{\"@v-return\":\\[(\\d+),(\\d+)]},\\{\"@v-return\":\\[\\d+,\\d+]}");
  private static final String JSON = "application/json; charset=UTF-8";
  private static final int MOST_TRIES = 100;

  private final HttpClient client;
  private final URI server;
  private final Map<String, String> cookies = new HashMap<>();
  private String key = "";
  private String ui = "";
  private String owed = "";
  private String shown = "";
  private int syncId;
  private int clientId;

  Visitor(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  /** Connections that trust the authority in this file. */
  static HttpClient client(Path authority) throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder()
        .sslContext(OwnAuthority.trusting(authority))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  Visitor signIn(String name, String password) throws IOException, InterruptedException {
    patiently("GET", "");
    patiently("POST", "username=" + encoded(name) + "&password=" + encoded(password));
    return this;
  }

  /** An office that comes in by one address waits at the door for as long as the edge asks. */
  private void patiently(String method, String form) throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      try {
        ask(method, "/login", form.isEmpty() ? "" : "application/x-www-form-urlencoded", form);
        return;
      } catch (RefusedException e) {
        if (e.status != 429 || tries == MOST_TRIES) {
          throw e;
        }
        Thread.sleep(Duration.ofSeconds(Math.max(1, e.retryAfter)));
      }
    }
  }

  /** Opens the page in which everything happens from now on. */
  Visitor enter() throws IOException, InterruptedException {
    ask("GET", "/", "", "");
    String start = ask("GET", "/?v-r=init&location=&query=", "", "");
    key = found(KEY, start);
    ui = "/?v-r=uidl&v-uiId=" + found(UI, start);
    syncId = 0;
    clientId = 0;
    owed = answers(start);
    return this;
  }

  /** Goes to a view, and gives what the server answers. */
  String go(String route, String query) throws IOException, InterruptedException {
    shown =
        rpc(
            """
            {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"%s",\
            "appShellTitle":"","historyState":{},"trigger":""}}"""
                .formatted(route, query));
    return shown;
  }

  /**
   * Asks for the first rows of the grid on the view, as a browser does once it knows its height.
   */
  String rows() throws IOException, InterruptedException {
    return rpc(
        """
        {"type":"publishedEventHandler","node":%s,"templateEventMethodName":"setViewportRange",\
        "templateEventMethodArgs":[0,50]}"""
            .formatted(node("vaadin-grid")));
  }

  /** Fires an event of an element on the view. */
  String fire(String tag, String event, String data) throws IOException, InterruptedException {
    return rpc(
        "{\"type\":\"event\",\"node\":%s,\"event\":\"%s\",\"data\":{%s}}"
            .formatted(node(tag), event, data));
  }

  /** Closes the browser; the server keeps the session for a while. */
  void leave() {
    client.close();
    shown = "";
  }

  private String node(String tag) throws IOException {
    return found(
        Pattern.compile(
            "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":\\d+,\"value\":\""
                + tag
                + "\""),
        shown);
  }

  private String rpc(String call) throws IOException, InterruptedException {
    String text =
        ask(
            "POST",
            ui,
            JSON,
            "{\"csrfToken\":\"%s\",\"rpc\":[%s%s],\"syncId\":%d,\"clientId\":%d}"
                .formatted(key, owed, call, syncId, clientId));
    owed = answers(text);
    syncId = Integer.parseInt(found(SYNC, text));
    clientId++;
    return text;
  }

  /**
   * What a browser that knows nothing answers to the questions of the server's scripts. The server
   * keeps a question, and the view that asked it, until it is answered: two channels for each, the
   * first one for what came of it.
   */
  private static String answers(String text) {
    StringBuilder all = new StringBuilder();
    Matcher asked = QUESTION.matcher(text);
    while (asked.find()) {
      all.append(
          "{\"type\":\"channel\",\"node\":%s,\"channel\":%s,\"args\":[null]},"
              .formatted(asked.group(1), asked.group(2)));
    }
    return all.toString();
  }

  private static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException(
          pattern + " is not in: " + text.substring(0, Math.min(2_000, text.length())));
    }
    return matcher.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String ask(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Accept-Language", "en")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= 400) {
      throw new RefusedException(
          method + " " + path + " was answered by " + answer.statusCode(),
          answer.statusCode(),
          answer.headers().firstValueAsLong("Retry-After").orElse(1));
    }
    for (String set : answer.headers().allValues("set-cookie")) {
      int equals = set.indexOf('=');
      cookies.put(set.substring(0, equals), set.substring(equals + 1).split(";", 2)[0]);
    }
    return answer.body();
  }

  private static final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfter;

    RefusedException(String message, int status, long retryAfter) {
      super(message);
      this.status = status;
      this.retryAfter = retryAfter;
    }
  }
}
