package eu.rempart.account.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.RempartApplication;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.account.WithApplication;
import eu.rempart.account.security.ui.OperationsView;
import eu.rempart.db.TestDatabase;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.password.QuickPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A server whose home folder lost {@code keys/pepper} between two starts. */
@ContextConfiguration(initializers = LostPepperViewsTest.BrokenHome.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class LostPepperViewsTest extends WithApplication {

  private static final String DATABASE = TestDatabase.copy();
  private static final Path HOME = homeWithoutPepper();

  @Autowired private CurrentMember current;

  /** Comes after the home folder that other tests share, and before it in what counts. */
  static final class BrokenHome
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "a home without pepper",
                  Map.of("rempart.home", HOME.toString(), "rempart.database.url", DATABASE)));
    }
  }

  private static Path homeWithoutPepper() {
    try {
      Path home = Files.createTempDirectory("rempart-pepper");
      new SpringApplicationBuilder(RempartApplication.class, QuickPasswords.class)
          .properties(TestDatabase.ROLES)
          .run(
              "--rempart.database.url=" + DATABASE,
              "--rempart.home=" + home,
              "--server.port=0",
              "--vaadin.productionMode=true", // else npm installs what no page is asked for
              "--REMPART_ADMIN_EMAIL=" + ADMIN,
              "--REMPART_ADMIN_PASSWORD=" + PASSWORD)
          .close();
      Files.delete(home.resolve("keys/pepper"));
      return home;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  protected void arrive() {}

  private String sentences() {
    return String.join("\n", find(Paragraph.class).all().stream().map(Paragraph::getText).toList());
  }

  /** The one line of the file that is no sentence. */
  private static String kit() throws IOException {
    return Files.readAllLines(HOME.resolve("recovery-kit.txt")).stream()
        .filter(line -> RecoveryKit.parse(line).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private void recover(String kit) {
    test(find(TextArea.class).single()).setValue(kit);
    test(find(TextField.class).withLabel("Name").single()).setValue("Ada Admin");
    test(find(EmailField.class).single()).setValue(ADMIN);
    test(find(PasswordField.class).single()).setValue(PASSWORD);
    click("Open with the kit");
  }

  @Test
  void theSignInPageSaysWhatIsMissingAndTheKitBringsItBack() throws IOException {
    navigate("login", LoginView.class);
    assertThat(find(PasswordField.class).exists()).as("nobody can sign in").isFalse();
    assertThat(sentences()).contains("pepper");
    assertThat(find(Anchor.class).withText("Recover your organisation").single().getHref())
        .isEqualTo("recover");

    navigate(RecoverView.class);
    assertThat(HOME.resolve("keys/pepper")).doesNotExist();
    recover(kit());
    assertThat(current.role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(HOME.resolve("keys/pepper")).exists();
    assertThat(signIn(ADMIN, PASSWORD).role()).isEqualTo(Role.ADMINISTRATOR);
    navigate(OperationsView.class);
    assertThat(find(H1.class).single().getText()).isEqualTo("Operations");
  }
}
