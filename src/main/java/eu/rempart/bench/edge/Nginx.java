package eu.rempart.bench.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * nginx with the edge's certificate, policy and number of workers, on loopback; the baseline. It
 * keeps no log and no cache of sessions, as the edge.
 */
final class Nginx implements AutoCloseable {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"));
  private static final int TRIES = 200;
  private static final long PAUSE_NANOS = 50_000_000;

  private final ServerProcess process;
  private final int port;

  private Nginx(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param home whose folder {@code tls} holds certificate and key
   * @param http what the block {@code http} needs beside, in nginx' own words
   * @param location what it answers with, likewise
   */
  static Nginx start(Path home, String http, String location) throws IOException {
    int port = freePort();
    Path folder = Files.createDirectories(home.resolve("nginx"));
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off; user %7$s;
        pid %1$s/nginx.pid;
        error_log stderr crit;
        worker_processes %2$d;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi; uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
          keepalive_requests 1000000000; keepalive_time 1h;
          %5$s
          server {
            listen 127.0.0.1:%3$d ssl backlog=4096;
            ssl_certificate %4$s/tls/server.pem;
            ssl_certificate_key %4$s/tls/server.key.pem;
            ssl_protocols TLSv1.3 TLSv1.2;
            ssl_conf_command Ciphersuites TLS_AES_256_GCM_SHA384;
            ssl_ecdh_curve X25519MLKEM768:X25519:secp384r1;
            ssl_session_cache off; ssl_session_tickets on;
            location / { %6$s }
          }
        }
        """
            .formatted(
                folder,
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                port,
                home,
                http,
                location,
                System.getProperty("user.name")));
    ServerProcess process =
        new ServerProcess(
            List.of(
                program(),
                "-e",
                "stderr",
                "-p",
                folder.toString(),
                "-c",
                configuration.toString()));
    Nginx nginx = new Nginx(process, port);
    nginx.awaitListening();
    return nginx;
  }

  private static String program() {
    return PLACES.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no nginx to compare with (Debian: apt-get install nginx-light)"))
        .toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitListening() throws IOException {
    for (int i = 0; ; i++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (i == TRIES) {
          throw notYet;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  int port() {
    return port;
  }

  double cpuSeconds() {
    return process.cpuSeconds();
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
