package eu.rempart.db.embedded;

import eu.rempart.cli.Shell;
import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A home folder whose PostgreSQL was made once for all tests of a process; each goes on with a copy
 * of its own. Unpacking the programs, making the cluster and all migrations take many times what
 * the copy takes. Tests of a first start begin with an empty folder instead.
 */
public enum HomeTemplate {

  /** The programs and a new cluster with the empty database. */
  EMPTY {
    @Override
    void make(Path home) {
      run(home, _ -> {});
    }
  },

  /** The same after all migrations. */
  MIGRATED {
    @Override
    void make(Path home) {
      EMPTY.copyTo(home);
      run(home, HomeTemplate::migrate);
    }
  };

  private @Nullable Path made;

  abstract void make(Path home);

  /**
   * Copies it.
   *
   * @param home a folder that is not there yet, in one that is
   * @return the same
   */
  public Path copyTo(Path home) {
    Shell.Outcome copied =
        new Shell().run("cp", "-a", "--reflink=auto", original().toString(), home.toString());
    if (copied.exitCode() != 0) {
      throw new IllegalStateException(copied.complaints());
    }
    return home;
  }

  private synchronized Path original() {
    if (made == null) {
      try {
        Path folder = Files.createTempDirectory("rempart-template-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        make(folder.resolve("home"));
        made = folder.resolve("home");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return made;
  }

  private static void delete(Path folder) {
    new Shell().run("rm", "-rf", folder.toString());
  }

  private interface Use {
    void of(EmbeddedServer server);
  }

  private static void run(Path folder, Use use) {
    try (HomeFolder home = HomeFolder.open(folder);
        EmbeddedServer server = EmbeddedServer.start(home)) {
      use.of(server);
    }
  }

  private static void migrate(EmbeddedServer server) {
    Flyway.configure()
        .dataSource(server.owner().jdbcUrl(), server.owner().user(), server.owner().password())
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
