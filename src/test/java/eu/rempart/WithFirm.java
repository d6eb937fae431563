package eu.rempart;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import eu.rempart.account.JoiningService;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.EmailAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.shell.part.Confirmation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The screens of a firm: the whole application, one for all tests below this class, with an
 * administrator who is signed in.
 */
@SpringBootTest(classes = RempartApplication.class)
public abstract class WithFirm extends SpringBrowserlessTest {

  private static @Nullable SignedInMember administrator;

  @Autowired protected ContactService contacts;
  @Autowired protected CompanyService companies;
  @Autowired protected LinkService links;
  @Autowired private JoiningService joining;
  @Autowired private NavigationAccessControl access;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) {
    registry.add("rempart.home", () -> newHome().toString());
    registry.add("server.port", () -> "0");
  }

  private static Path newHome() {
    try {
      return Files.createTempDirectory("rempart-firm");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart");
  }

  @Override
  @BeforeEach
  protected void initVaadinEnvironment() {
    access.setEnabled(false); // rules on routes have a test of their own
    act(administrator());
    await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(1))
        .until(() -> contacts.indexState().ready() && companies.indexState().ready());
    super.initVaadinEnvironment();
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  private SignedInMember administrator() {
    if (administrator == null) {
      administrator =
          joining
              .setUp(
                  "Ada Admin",
                  EmailAddress.of("ada@firm.example"),
                  "correct horse battery".toCharArray(),
                  Locale.ENGLISH)
              .member();
    }
    return Objects.requireNonNull(administrator);
  }

  private static void act(SignedInMember member) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
  }

  /** Goes on as somebody with this role and the administrator's key. */
  protected void actAs(Role role) {
    SignedInMember known = administrator();
    act(new SignedInMember(known.memberId(), role, UUID.randomUUID(), known.vault()));
  }

  protected ContactId person(String first, String last) {
    return contacts.create(ContactData.builder().firstName(first).lastName(last).build());
  }

  protected CompanyId firm(String name) {
    return companies.create(CompanyData.builder().name(name).build());
  }

  protected void click(String text) {
    test(find(Button.class).withText(text).all().getLast()).click();
  }

  /** Opens a screen anew: Flow would keep one that is shown already. */
  protected void open(String path, String query) {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    roundTrip();
  }

  /** Presses the button of the question that is asked. */
  protected void confirm() {
    test(find(Button.class, find(Confirmation.class).single()).last()).click();
  }

  protected void fill(String label, String value) {
    test(find(TextField.class).withLabel(label).all().getLast()).setValue(value);
  }

  protected boolean offers(String button) {
    return find(Button.class).withText(button).exists();
  }

  @SuppressWarnings("unchecked")
  protected <T> Grid<T> grid() {
    return find(Grid.class).single();
  }

  protected boolean says(String text) {
    return find(Span.class).withTextContaining(text).exists();
  }
}
