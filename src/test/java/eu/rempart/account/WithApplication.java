package eu.rempart.account;

import com.vaadin.browserless.SpringBrowserlessTest;
import eu.rempart.common.EmailAddress;
import eu.rempart.vault.VaultState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a home folder of its own, shared by all tests below this class. */
@SpringBootTest(classes = eu.rempart.RempartApplication.class)
public abstract class WithApplication extends SpringBrowserlessTest {

  protected static final String PASSWORD = "correct horse battery";
  protected static final String ADMIN = "ada@firm.example";

  @Autowired protected JoiningService joining;
  @Autowired protected MemberService members;
  @Autowired protected Sessions sessions;
  @Autowired private PasswordSignIn provider;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) {
    registry.add("rempart.home", () -> newHome().toString());
    registry.add("server.port", () -> "0");
  }

  private static Path newHome() {
    try {
      return Files.createTempDirectory("rempart-account");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart");
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  /** The first administrator, signed in on this thread. */
  protected SignedInMember admin() {
    if (joining.state() == VaultState.NEW) {
      joining.setUp("Ada Admin", EmailAddress.of(ADMIN), PASSWORD.toCharArray(), Locale.ENGLISH);
    }
    return act(signIn(ADMIN, PASSWORD));
  }

  /** Signs in as the sign-in page does. */
  protected SignedInMember signIn(String email, String password) {
    var authentication =
        provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
    var member = (SignedInMember) java.util.Objects.requireNonNull(authentication.getPrincipal());
    sessions.begin(member, "Firefox, Linux");
    return member;
  }

  /** Acts on this thread as a member. */
  protected SignedInMember act(SignedInMember member) {
    SecurityContextHolder.getContext().setAuthentication(MemberAuthentication.of(member));
    return member;
  }

  /** A new member who has accepted an invitation; the administrator acts on this thread after. */
  protected SignedInMember join(Role role) {
    admin();
    var invitation = members.invite("Max Muster", someone(), role);
    var joined = joining.accept(invitation.code(), PASSWORD.toCharArray(), Locale.FRENCH);
    var member = ((Joined.Welcome) joined).member();
    sessions.begin(member, "Safari, iPhone");
    return member;
  }

  /** An address that nobody has. */
  protected static EmailAddress someone() {
    return EmailAddress.of("m" + UUID.randomUUID() + "@firm.example");
  }
}
