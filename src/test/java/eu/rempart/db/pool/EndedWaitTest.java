package eu.rempart.db.pool;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.Patience;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A start that somebody ends while it waits for the database. */
class EndedWaitTest {

  /** Waits for an hour where Spring makes its beans, as the application does. */
  @Configuration(proxyBeanMethods = false)
  static class Waiting {

    public static void main(String[] arguments) {
      AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
      context.register(Waiting.class);
      context.registerShutdownHook();
      context.refresh();
    }

    @Bean
    Object database() {
      new DatabaseWait(Duration.ofHours(1), DatabaseWait.machine())
          .until(
              () -> {
                System.out.println("asked");
                throw new SQLException("nobody leads", "08001");
              },
              "the database");
      return "open";
    }
  }

  @Test
  void startEndsAtOnce() throws Exception {
    Process start =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var said = start.inputReader()) {
      assertThat(said.lines().anyMatch("asked"::equals)).isTrue();
      start.destroy();
      assertThat(start.waitFor(Patience.LONG.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    } finally {
      start.destroyForcibly();
    }
  }
}
