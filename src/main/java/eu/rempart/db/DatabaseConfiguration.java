package eu.rempart.db;

import com.zaxxer.hikari.HikariConfig;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.Passwords;
import eu.rempart.db.pool.CertainTransactions;
import eu.rempart.db.pool.DatabaseWait;
import eu.rempart.db.pool.GuardedDataSource;
import eu.rempart.db.pool.LeaderFirst;
import eu.rempart.db.pool.RawSockets;
import eu.rempart.db.pool.StartPatience;
import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.DataPlaces;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.SettingPlaces;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  private static final int CONNECTIONS = 20;

  /** Of the driver; its own default of the timeout waits for ever. */
  private static final Map<String, String> DRIVER =
      Map.of(
          "reWriteBatchedInserts", "true",
          "ApplicationName", "rempart",
          "socketTimeout", "900");

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${rempart.database.url:}' == ''")
  EmbeddedServer embeddedServer(HomeFolder home) {
    return EmbeddedServer.start(home);
  }

  /** Places are judged here, since nothing is connected to before this is known. */
  @Bean
  OwnerAccess ownerAccess(
      DatabaseSettings settings,
      ObjectProvider<EmbeddedServer> embedded,
      DataPlaces places,
      Outgoing outgoing)
      throws IOException {
    List<DataPlace> databases =
        places.requireThoseOfSettings().stream()
            .filter(place -> place.kind() == PlaceKind.DATABASE)
            .toList();
    for (DataPlace place : databases) {
      outgoing.look(place);
    }
    RawSockets.judgedBy(DatabaseHosts.judge(databases, outgoing));
    if (!settings.external()) {
      return embedded.getObject().owner();
    }
    return new OwnerAccess(
        Objects.requireNonNull(settings.url()),
        required("rempart.database.user", settings.user()),
        required("rempart.database.password", settings.password()));
  }

  @Bean
  SettingPlaces databasePlaces(DatabaseSettings settings) {
    return () -> DatabaseHosts.of(settings);
  }

  private static String required(String name, @org.jspecify.annotations.Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new DatabaseUnusableException(
          "%s is not set, but rempart.database.url names an external database".formatted(name));
    }
    return value;
  }

  /** The application's own connections: no right to write history, archive or ledger. */
  @Bean(destroyMethod = "close")
  GuardedDataSource dataSource(
      OwnerAccess owner,
      DatabaseSettings settings,
      HomeFolder home,
      InfoFile info,
      ObjectProvider<EmbeddedServer> embedded,
      ObjectProvider<StartPatience> patience,
      ObjectProvider<RowGuard> guards) {
    patience.ifAvailable(
        most ->
            new DatabaseWait(most.longest(), DatabaseWait.machine())
                .until(owner::connect, owner.jdbcUrl()));
    String password = settings.appPassword();
    if (password == null || password.isBlank()) {
      password = Passwords.of(home, "database-app");
      AppRole.prepare(owner, password);
    }
    Migrations.run(owner);
    info.put("jdbc_url", owner.jdbcUrl());
    info.put("db_user", owner.user());
    info.put("db_password", owner.password());
    embedded.ifAvailable(server -> tell(info, server, home));
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("rempart");
    LeaderFirst several =
        LeaderFirst.of(owner.jdbcUrl(), AppRole.NAME, password, DRIVER).orElse(null);
    if (several == null) {
      config.setJdbcUrl(owner.jdbcUrl());
      config.setUsername(AppRole.NAME);
      config.setPassword(password);
      DRIVER.forEach(config::addDataSourceProperty);
      RawSockets.settings("pool").forEach(config::addDataSourceProperty);
    } else {
      config.setDataSource(several);
    }
    return new GuardedDataSource(config, new LateRowGuard(guards));
  }

  @Bean
  CertainTransactions transactionManager(GuardedDataSource database) {
    return new CertainTransactions(database);
  }

  @Bean
  DatabaseMoves databaseMoves(
      GuardedDataSource database, ObjectProvider<NoticeListener> listeners) {
    return new DatabaseMoves(database, listeners::orderedStream);
  }

  /** For PostgreSQL's own programs that look at the whole server. */
  private static void tell(InfoFile info, EmbeddedServer server, HomeFolder home) {
    info.put("db_socket", server.socketFolder().toString());
    info.put("db_port", Integer.toString(server.port()));
    info.put("db_superuser", EmbeddedServer.SUPERUSER);
    info.put("db_superuser_password_file", EmbeddedServer.superuserPasswordFile(home).toString());
  }
}
