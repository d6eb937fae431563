package eu.rempart.account.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.RempartApplication;
import eu.rempart.account.JoiningService;
import eu.rempart.db.TestDatabase;
import eu.rempart.home.Listening;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.password.QuickPasswords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

/** The first administrator from the environment, in the whole application with its port. */
class UnattendedSetupTest {

  @TempDir Path home;

  /** What whoever connects would find at the moment when the port opens. */
  @TestConfiguration(proxyBeanMethods = false)
  static class FirstComer {

    private final JoiningService joining;
    private final List<VaultState> found = new ArrayList<>();

    FirstComer(JoiningService joining) {
      this.joining = joining;
    }

    @EventListener
    void opened(Listening port) {
      found.add(joining.state());
    }
  }

  /**
   * @param database settings of the one to use; none for its own
   */
  private ConfigurableApplicationContext start(String password, Map<String, Object> database) {
    return new SpringApplicationBuilder(
            RempartApplication.class, QuickPasswords.class, FirstComer.class)
        .properties(database)
        .run(
            "--rempart.home=" + home,
            "--server.port=0",
            "--vaadin.productionMode=true", // else npm installs what no page is asked for
            "--REMPART_ADMIN_EMAIL=ada@firm.example",
            "--REMPART_ADMIN_PASSWORD=" + password);
  }

  @Test
  void theAdministratorIsThereBeforeAnybodyCanConnect() throws Exception {
    try (var context = start("a long sentence of yours", Map.of())) {
      assertThat(context.getBean(FirstComer.class).found).containsExactly(VaultState.READY);
      assertThat(context.getBean(SetupCode.class).code()).as("nothing to ask for").isNull();
      OperatorSecrets operator = context.getBean(OperatorSecrets.class);
      assertThat(operator.known())
          .containsExactlyInAnyOrder(OperatorSecret.PASSWORD, OperatorSecret.KIT);
    }

    Path kit = home.resolve("recovery-kit.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kit)))
        .as("it opens the vault")
        .isEqualTo("rw-------");
  }

  @Test
  void aPasswordThatIsRefusedEndsTheStartBeforeAnybodyCanConnect() {
    Map<String, Object> database = new HashMap<>(TestDatabase.ROLES);
    database.put("rempart.database.url", TestDatabase.copy());
    assertThatThrownBy(() -> start("fourteen signs", database))
        .hasStackTraceContaining("REMPART_ADMIN_PASSWORD is refused (TOO_SHORT): use 15 to 256");
    assertThat(home.resolve("recovery-kit.txt")).doesNotExist();
  }

  @Test
  void theFirstMemberIsCalledAsNamesAreWritten() {
    assertThat(UnattendedSetup.nameOf("ada")).isEqualTo("Ada");
    assertThat(UnattendedSetup.nameOf("ada.byron-king")).isEqualTo("Ada Byron King");
    assertThat(UnattendedSetup.nameOf("_")).isEqualTo("_");
  }
}
