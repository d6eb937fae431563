package eu.rempart.bench.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A member at work, as far as the server can tell: opens pages as a browser does, on a connection
 * that is kept, and closes them. Draws nothing, which would cost more than the server.
 */
final class Browsing implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
  private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");

  private final Socket tcp;
  private final SSLSocket tls;
  private final InputStream in;
  private final OutputStream out;
  private String cookie = "";

  /** Connects through a balancer, so to speak, from this address. */
  Browsing(int port, InetAddress source, SSLContext trust) throws IOException {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    tcp = new Socket(server.getAddress(), port);
    tcp.setTcpNoDelay(true);
    ByteBuffer header = ProxyWords.before(source, server, new byte[0]);
    tcp.getOutputStream().write(header.array(), 0, header.limit());
    tls = (SSLSocket) trust.getSocketFactory().createSocket(tcp, "localhost", port, true);
    tls.startHandshake();
    in = new BufferedInputStream(tls.getInputStream(), 32 * 1024);
    out = tls.getOutputStream();
  }

  /** As a browser that comes back with its cookie. */
  Browsing as(Browsing member) {
    cookie = member.cookie;
    return this;
  }

  void signIn(String name, String password) throws IOException {
    ask("GET /login", "", "");
    ask(
        "POST /login",
        "application/x-www-form-urlencoded",
        "username=" + encoded(name) + "&password=" + encoded(password));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the page showed last. */
  record Page(double seconds, String text) {}

  /** Opens a page until all of it has come, and closes it. */
  Page open(String route) throws IOException {
    long begun = System.nanoTime();
    ask("GET /" + route, "", "");
    String start = ask("GET /?v-r=init&location=" + encoded(route) + "&query=", "", "");
    String key = found(KEY, start);
    String ui = "POST /?v-r=uidl&v-uiId=" + found(UI, start);
    String text =
        ask(
            ui,
            "application/json; charset=UTF-8",
            """
            {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":\
            {"route":"%s","query":"","appShellTitle":"","historyState":{},"trigger":""}}],\
            "syncId":0,"clientId":0}"""
                .formatted(key, route));
    double seconds = (System.nanoTime() - begun) / 1e9;
    ask(
        ui,
        "application/json; charset=UTF-8",
        "{\"csrfToken\":\"%s\",\"rpc\":[],\"UNLOAD\":true,\"syncId\":1,\"clientId\":1}"
            .formatted(key));
    return new Page(seconds, text);
  }

  private static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("The page does not begin: " + text);
    }
    return matcher.group(1);
  }

  private String ask(String line, String type, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        line
            + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n"
            + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
            + (type.isEmpty()
                ? ""
                : "Content-Type: " + type + "\r\nContent-Length: " + content.length + "\r\n")
            + "\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(content);
    out.write(request.toByteArray());
    return answer(line);
  }

  private String answer(String asked) throws IOException {
    String status = line();
    if (!(status.startsWith("HTTP/1.1 2") || status.startsWith("HTTP/1.1 302"))) {
      throw new IOException(asked + " was answered by " + status);
    }
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      String value = line.substring(line.indexOf(':') + 1).strip();
      switch (name) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = true;
        case "set-cookie" -> {
          if (value.startsWith("__Host-rempart=")) {
            cookie = value.substring(0, value.indexOf(';'));
          }
        }
        default -> {} // nothing that changes what is read
      }
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        body.writeBytes(in.readNBytes(size));
        line();
      }
      line();
    } else {
      body.writeBytes(in.readNBytes(length));
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection has ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    tls.close();
    tcp.close();
  }
}
