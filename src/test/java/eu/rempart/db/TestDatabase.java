package eu.rempart.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A migrated database of its own for a test class:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * }</pre>
 *
 * One PostgreSQL serves the whole run. Records can't be wiped between tests, by design; so each
 * class gets a copy of a migrated template, and each test makes records of its own.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final String OWNER = "rempart_owner";

  /** How an application connects to a {@link #copy}; no password is asked for. */
  public static final Map<String, Object> ROLES =
      Map.of(
          "rempart.database.user", OWNER,
          "rempart.database.password", "none",
          "rempart.database.app-password", "none");

  private static final String TEMPLATE = "rempart_template";
  private static final String OF_APPLICATIONS = "rempart_application_";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger COPIES = new AtomicInteger();

  private @Nullable HikariDataSource appPool;
  private @Nullable HikariDataSource ownerPool;
  private String name = "";
  private String url = "";

  /** The one server, started when it is first needed and stopped when the run ends. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                // as the product's own, so that tests see its order
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres), "postgresql"));
        superuser(postgres, "CREATE ROLE rempart_app LOGIN");
        superuser(postgres, "CREATE ROLE %s LOGIN CREATEROLE".formatted(OWNER));
        superuser(postgres, "CREATE DATABASE %s OWNER %s".formatted(TEMPLATE, OWNER));
        Flyway.configure()
            .dataSource(postgres.getJdbcUrl(OWNER, TEMPLATE), OWNER, "")
            .locations("classpath:db/migration")
            .load()
            .migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Applications end at the same time, and would wait half a minute for a server that is gone. */
  private static void end(EmbeddedPostgres postgres) {
    try (postgres) {
      long late = System.nanoTime() + PATIENCE.toNanos();
      while (isUsed(postgres) && System.nanoTime() < late) {
        Thread.sleep(50);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("PostgreSQL did not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isUsed(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet used =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname LIKE '%s%%'"
                    .formatted(OF_APPLICATIONS))) {
      return used.next() && used.getInt(1) > 0;
    }
  }

  private static void superuser(EmbeddedPostgres postgres, String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  /** Copies the template; for callers that are no JUnit extension. */
  public synchronized TestDatabase open() {
    name = copyTemplate("rempart_test_");
    url = urlOf(name);
    appPool = pool("rempart_app", 8);
    ownerPool = pool(OWNER, 4);
    return this;
  }

  /**
   * A migrated database for an application of its own, for which it is an external one; a server of
   * its own and all migrations would take four seconds more. It goes with the server of all.
   *
   * @return its JDBC URL, to be used with {@link #ROLES}
   */
  public static String copy() {
    return urlOf(copyTemplate(OF_APPLICATIONS));
  }

  private static String copyTemplate(String kind) {
    String name = kind + COPIES.incrementAndGet();
    superuser(
        Server.POSTGRES,
        "CREATE DATABASE %s TEMPLATE %s OWNER %s STRATEGY FILE_COPY"
            .formatted(name, TEMPLATE, OWNER));
    return name;
  }

  private static String urlOf(String name) {
    return Server.POSTGRES.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "");
  }

  /**
   * Ends the connections, and drops the copy: hundreds of them fill a disk, and a server that has
   * to be rid of them at its end is killed before it is.
   */
  public synchronized void close() {
    for (HikariDataSource pool : new HikariDataSource[] {appPool, ownerPool}) {
      if (pool != null) {
        pool.close();
      }
    }
    if (!name.isEmpty()) {
      superuser(Server.POSTGRES, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
      name = "";
    }
  }

  private HikariDataSource pool(String user, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  /** Without user: {@code rempart_owner} and {@code rempart_app} need no password. */
  public String jdbcUrl() {
    return url;
  }

  /** Connections of the application's role. */
  public DataSource appDataSource() {
    if (appPool == null) {
      throw new IllegalStateException("the database is not open: is the extension registered?");
    }
    return appPool;
  }

  /** What the application's role may do. Takes part in Spring's transactions. */
  public DSLContext app() {
    return DSL.using(new TransactionAwareDataSourceProxy(appDataSource()), SQLDialect.POSTGRES);
  }

  /** What an operator may do with psql. */
  public DSLContext owner() {
    if (ownerPool == null) {
      throw new IllegalStateException("the database is not open: is the extension registered?");
    }
    return DSL.using(ownerPool, SQLDialect.POSTGRES);
  }

  /** Transactions of the application's role. */
  public PlatformTransactionManager transactions() {
    return new DataSourceTransactionManager(appDataSource());
  }

  /** Writes in the name of a member, or of nobody. */
  public Writes writes(@Nullable UUID member) {
    return writes(() -> Optional.ofNullable(member).map(Actor::manual));
  }

  /** Writes in the name of whoever the source answers. */
  public Writes writes(ActorSource actors) {
    return new Writes(app(), transactions(), actors);
  }

  /** A member in the table; a role that members have, such as {@code ADMINISTRATOR}. */
  public UUID member(String role) {
    UUID id = UUID.randomUUID();
    app()
        .execute(
            "INSERT INTO member (id, role, state, email_hash) VALUES (?, ?, 'ACTIVE', ?)",
            id,
            role,
            id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return id;
  }
}
