package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import eu.rempart.RempartApplication;
import eu.rempart.account.joining.Joined;
import eu.rempart.account.security.SecurityService;
import eu.rempart.account.session.Sessions;
import eu.rempart.account.signin.MemberAuthentication;
import eu.rempart.common.EmailAddress;
import eu.rempart.db.OwnerAccess;
import eu.rempart.db.TestDatabase;
import eu.rempart.vault.TestProofs;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.password.QuickPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a home folder of its own, shared by all tests below this class. */
@SpringBootTest(classes = {RempartApplication.class, QuickPasswords.class})
public abstract class WithApplication extends SpringBrowserlessTest {

  protected static final String PASSWORD = "correct horse battery";
  private static final AtomicInteger SOURCES = new AtomicInteger();

  /** By the application that they are signed in to. */
  private static final Map<PasswordSignIn, SignedInMember> ADMINS =
      Collections.synchronizedMap(new WeakHashMap<>());

  protected static final String ADMIN = "ada@firm.example";

  @Autowired protected JoiningService joining;
  @Autowired protected InvitedService invitees;
  @Autowired protected Admissions memberAdmissions;
  @Autowired protected MemberService members;
  @Autowired protected Sessions sessions;
  @Autowired protected SecurityService security;
  @Autowired protected ProfileService profile;
  @Autowired private PasswordSignIn provider;
  @Autowired private VaultService vault;
  @Autowired private OwnerAccess owner;
  @Autowired private NavigationAccessControl access;
  @Autowired private ApplicationContext application;

  /** Vaadin holds its current instances weakly: without these, they go with the next collection. */
  private @Nullable VaadinRequest request;

  private @Nullable VaadinResponse response;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) {
    registry.add("rempart.home", () -> newHome().toString());
    registry.add("server.port", () -> "0");
    registry.add("rempart.database.url", TestDatabase::copy);
    TestDatabase.ROLES.forEach((setting, value) -> registry.add(setting, () -> value));
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

  /** The page that every test begins on is the administrator's, as far as there is one. */
  @Override
  @BeforeEach
  protected void initVaadinEnvironment() {
    access.setEnabled(false); // rules on routes have a test of their own
    arrive();
    super.initVaadinEnvironment();
    // the one of the test bench knows no change of the session's id, which sign-in needs
    var service = (VaadinServletService) VaadinService.getCurrent();
    request = new VaadinServletRequest(new MockHttpServletRequest(), service);
    response = new VaadinServletResponse(new MockHttpServletResponse(), service);
    CurrentInstance.set(VaadinRequest.class, request);
    CurrentInstance.set(VaadinResponse.class, response);
  }

  /** Who opens the first page. */
  protected void arrive() {
    admin();
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  /**
   * The first administrator, signed in on this thread; once for as long as nobody ends that
   * sign-in, since each takes a good part of a second.
   */
  protected SignedInMember admin() {
    if (joining.state() == VaultState.NEW) {
      joining.setUp("Ada Admin", EmailAddress.of(ADMIN), PASSWORD.toCharArray(), Locale.ENGLISH);
    }
    var admin =
        ADMINS.compute(
            provider,
            (_, known) -> known != null && isOpen(known) ? known : signIn(ADMIN, PASSWORD));
    // as if they had just signed in, however long the tests before this one took
    TestProofs.renew(application, java.util.Objects.requireNonNull(admin.vault()));
    return act(admin);
  }

  /** The administrator typed the password long ago. */
  protected void forgetProof() {
    TestProofs.age(application, java.util.Objects.requireNonNull(admin().vault()));
  }

  private boolean isOpen(SignedInMember member) {
    VaultHandle handle = member.vault();
    return handle != null && vault.isOpen(handle);
  }

  /** Signs in as the sign-in page does. */
  protected SignedInMember signIn(String email, String password) {
    var request = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
    request.setDetails(new WebAuthenticationDetails(newSource(), null));
    var authentication = provider.authenticate(request);
    var member = (SignedInMember) java.util.Objects.requireNonNull(authentication.getPrincipal());
    sessions.begin(member, "Firefox, Linux", "FR");
    return member;
  }

  /** Acts on this thread as a member. */
  protected SignedInMember act(SignedInMember member) {
    SecurityContextHolder.getContext().setAuthentication(MemberAuthentication.of(member));
    return member;
  }

  /** A new member who has accepted an invitation; the administrator acts on this thread after. */
  protected SignedInMember join(Role role) {
    return joinAs(someone().value(), role);
  }

  /** A new member with this address; see {@link #join}. */
  protected SignedInMember joinAs(String address, Role role) {
    admin();
    var invitation = members.invite("Max Muster", EmailAddress.of(address), role);
    var member = join(invitation, PASSWORD, Locale.FRENCH);
    sessions.begin(member, "Safari, iPhone", "DE");
    return member;
  }

  /** What the clock does every other second: whoever may be let in is. */
  protected void letIn() {
    memberAdmissions.look();
  }

  /** What becomes of an invitation, with an administrator who is signed in. */
  protected SignedInMember join(Invitation invitation, String password, Locale language) {
    return switch (invitees.accept(
        invitation.code(), password.toCharArray(), language, newSource())) {
      case Joined.Welcome(var engineer) -> engineer;
      case Joined.Waiting(var handle) -> {
        letIn();
        yield invitees.enter(handle).orElseThrow();
      }
      case Joined other -> throw new AssertionError(other);
    };
  }

  /** The first administrator, signed in on this thread, and nobody else is one. */
  protected SignedInMember onlyAdmin() {
    var admin = admin();
    members.all().stream()
        .filter(member -> member.role() == Role.ADMINISTRATOR)
        .filter(member -> member.state() == MemberState.ACTIVE)
        .filter(member -> !member.id().equals(admin.memberId()))
        .forEach(member -> members.suspend(member.id()));
    return admin;
  }

  /** What an operator does with psql, as the owner of the database. */
  protected void sql(String statement, Object... values) {
    try (var connection = owner.connect();
        var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** How many days purges wait, from now on: a shorter time would begin to hold days later. */
  protected void purgesWait(int days) {
    sql(
        """
        INSERT INTO organisation_setting (name, value) VALUES ('bin.purge-delay-days', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """,
        Integer.toString(days));
  }

  /** Waits until a security event is written, which happens beside the transaction. */
  protected void awaitEvent(String kind, String code) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(security.events())
                    .as("%s with code %s", kind, code)
                    .anyMatch(note -> note.kind().equals(kind) && code.equals(note.code())));
  }

  /** A client's address that no other test comes from, so that none is slowed down for another. */
  protected static String newSource() {
    int n = SOURCES.incrementAndGet();
    // RFC 2544: no country, so that what fails in tests is no spray from one
    return "198.18.%d.%d".formatted(n / 256, n % 256);
  }

  /** An address that nobody has. */
  protected static EmailAddress someone() {
    return EmailAddress.of("m" + UUID.randomUUID() + "@firm.example");
  }

  protected void click(String text) {
    test(find(Button.class).withText(text).single()).click();
  }

  @SuppressWarnings("unchecked")
  protected <T> Select<T> select(String label) {
    return find(Select.class).withCondition(each -> label.equals(each.getLabel())).single();
  }

  /** Whether this sign-in is alive, as an administrator sees it. */
  protected boolean isAlive(SignedInMember signIn) {
    admin();
    return members.signedIn().stream()
        .anyMatch(session -> session.signIn().equals(signIn.signIn()));
  }
}
