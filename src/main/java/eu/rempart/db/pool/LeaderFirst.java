package eu.rempart.db.pool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connects to the one of several servers that leads, where somebody knows it, before it tries the
 * others: of a machine that was lost each try takes two seconds, in which nobody can write. A try
 * that is under way when another begins to lead is given up, and what is connected to the former
 * one ends: the pool may be asking it whether it lives, for seconds. The driver still looks whether
 * the one it reaches takes writes. Thread safe.
 */
public final class LeaderFirst extends AbstractDataSource {

  private static final Logger log = LoggerFactory.getLogger(LeaderFirst.class);

  private static final Pattern SERVERS = Pattern.compile("(jdbc:postgresql://)([^/?]+)(.*)");

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String before;
  private final List<String> servers;
  private final String after;
  private final Properties properties = new Properties();

  /** Those under way, by who waits for them. */
  private final Map<Thread, CompletableFuture<Connection>> tries = new ConcurrentHashMap<>();

  /** Of this one alone. */
  private final String mark = UUID.randomUUID().toString();

  private volatile String url;

  private LeaderFirst(Matcher parts, String user, String password, Map<String, String> more) {
    this.before = parts.group(1);
    this.servers = List.of(parts.group(2).split(",", -1));
    this.after = parts.group(3);
    this.url = parts.group();
    properties.putAll(more);
    properties.setProperty("user", user);
    properties.setProperty("password", password);
  }

  /**
   * For a URL that names several servers.
   *
   * @param more properties of the driver
   * @return empty for any other URL
   */
  public static Optional<LeaderFirst> of(
      String url, String user, String password, Map<String, String> more) {
    Matcher parts = SERVERS.matcher(url);
    return parts.matches() && parts.group(2).contains(",")
        ? Optional.of(new LeaderFirst(parts, user, password, more))
        : Optional.empty();
  }

  /**
   * Tries this one first from now on, also for those who wait for another now; connections to
   * another end. Never waits.
   *
   * @param server {@code host:port}, as in the URL; another one changes nothing
   */
  public void first(String server) {
    if (servers.contains(server)) {
      List<String> order = new ArrayList<>(servers);
      order.remove(server);
      order.addFirst(server);
      String ordered = before + String.join(",", order) + after;
      String former = url;
      if (!ordered.equals(former)) {
        url = ordered;
        tries.values().forEach(waiting -> waiting.completeExceptionally(new OtherLeads()));
        RawSockets.close(kind(former));
      }
    }
  }

  private String kind(String by) {
    return mark + " " + by;
  }

  /** The URL as it is used now. */
  String url() {
    return url;
  }

  /**
   * Asks again for some seconds where nobody leads: a pool would rest longer after each failure,
   * and miss the moment when somebody does.
   */
  @Override
  public Connection getConnection() throws SQLException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return connect();
      } catch (OtherLeads again) {
        log.debug("another server leads, so that one is asked");
      } catch (SQLException e) {
        boolean away = e.getSQLState() != null && e.getSQLState().startsWith("08");
        if (!away || System.nanoTime() - begun > LONGEST.toNanos()) {
          throw e;
        }
        pause(e);
      }
    }
  }

  /** Connects beside, so that who waits here can leave a machine that says nothing. */
  private Connection connect() throws SQLException {
    CompletableFuture<Connection> connected = new CompletableFuture<>();
    tries.put(Thread.currentThread(), connected);
    String to = url; // read when this can be told of another
    Thread.ofVirtual().name("connect").start(() -> connect(to, connected));
    try {
      return connected.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new SQLException(e.getCause());
    } catch (InterruptedException e) {
      connected.cancel(false);
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while connecting", e);
    } finally {
      tries.remove(Thread.currentThread());
    }
  }

  private void connect(String to, CompletableFuture<Connection> connected) {
    try {
      Properties all = new Properties();
      all.putAll(properties);
      all.putAll(RawSockets.settings(kind(to)));
      Connection connection = DriverManager.getConnection(to, all);
      if (!connected.complete(connection)) {
        connection.close(); // nobody waits for it any more
      }
    } catch (SQLException | RuntimeException e) {
      connected.completeExceptionally(e);
    }
  }

  private static void pause(SQLException away) throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away; // the pool is closed
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties others = new Properties();
    others.putAll(properties);
    others.putAll(RawSockets.settings(kind(url)));
    others.setProperty("user", user);
    others.setProperty("password", password);
    return DriverManager.getConnection(url, others);
  }

  /** As for pools that make their connections by a URL. */
  @Override
  public void setLoginTimeout(int seconds) {
    DriverManager.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return DriverManager.getLoginTimeout();
  }

  /** Another server began to lead while one was waited for. */
  private static final class OtherLeads extends SQLException {

    private static final long serialVersionUID = 1L;
  }
}
