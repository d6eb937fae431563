package eu.rempart.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.proof.ProofAnswer;
import eu.rempart.shell.proof.Prover;
import eu.rempart.shell.text.Catalogue;
import eu.rempart.shell.text.LanguageCookie;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(ShellTest.Beans.class)
class ShellTest extends SpringBrowserlessTest {

  @Autowired Session session;

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell");
  }

  @BeforeEach
  void signOut() {
    session.person = Optional.empty();
    session.language = Optional.of(Locale.ENGLISH);
  }

  @Test
  void anAdministratorSeesAllPlacesInTheirOrder() {
    enter(new Person("Ada Admin", "ada@firm.example", true, true, Set.of("TIDY")));

    assertThat(places()).containsExactly("contacts", "bin", "members");
  }

  @Test
  void engineerSeesPlacesAndFindsNoCustomerData() {
    enter(new Person("Eve Engineer", "eve@operator.example", false, false, Set.of("SEE")));

    assertThat(places()).isEmpty();
    test(find(TextField.class).withAriaLabel("Find anywhere").single()).setValue("dub");
    assertThat(hits()).isEmpty();
  }

  @Test
  void aPlaceThatNeedsARightIsNotShownWithoutIt() {
    enter(new Person("Rita Reader", "rita@firm.example", false, true, Set.of()));

    assertThat(places()).containsExactly("contacts");
  }

  @Test
  void withoutASignInThereIsOnlyTheView() {
    navigate(Somewhere.class);

    assertThat(find(Navigation.class).exists()).isFalse();
    assertThat(find(UserMenu.class).exists()).isFalse();
    assertThat(find(H1.class).single().getText()).isEqualTo("Somewhere");
  }

  @Test
  void thePlaceOneIsAtIsMarkedEvenDeeperDown() {
    var entry = Beans.contacts;

    assertThat(entry.leadsTo("contacts")).isTrue();
    assertThat(entry.leadsTo("contacts/17")).isTrue();
    assertThat(entry.leadsTo("contactsheet")).isFalse();
    assertThat(entry.leadsTo("")).isFalse();
  }

  @Test
  void typingShowsHitsOfEveryKindAndNothingClosesThem() {
    enter(new Person("Mia Member", "mia@firm.example", false, true, Set.of()));
    var field = find(TextField.class).withAriaLabel("Find anywhere").single();

    test(field).setValue("dub");
    assertThat(hits()).containsExactly("contacts/1", "contacts?q=dub");

    test(field).setValue("zzz");
    assertThat(hits()).isEmpty();
    assertThat(find(Div.class).withClassName("search-nothing").single().getText()).contains("zzz");

    test(field).setValue("");
    assertThat(find(Div.class).withClassName("search-hits").exists()).isFalse();
  }

  @Test
  void kindWithTheNameThatWasTypedComesFirst() {
    enter(new Person("Mia Member", "mia@firm.example", false, true, Set.of()));
    var field = find(TextField.class).withAriaLabel("Find anywhere").single();

    test(field).setValue("Agro Alfa");
    assertThat(hits()).containsExactly("companies/1", "contacts/2");
  }

  @Test
  void theUserMenuLocksSignsOutAndRemembersTheLanguage() {
    enter(new Person("Mia Member", "mia@firm.example", false, true, Set.of()));
    var menu = find(UserMenu.class).single();
    test(find(NativeButton.class, menu).withClassName("user-menu-button").single()).click();

    press("Lock now");
    press("Sign out");
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Locale> languages =
        find(RadioButtonGroup.class).withLabel("Language").single();
    languages.setValue(Locale.FRENCH);

    assertThat(session.done).containsExactly("lock", "out", "fr");
  }

  /** The session of the sign-in page, which spoke the language of whoever was there before. */
  private VaadinSession sessionAfterAFrenchMember() {
    var request = new MockHttpServletRequest();
    request.setCookies(new Cookie("__Host-rempart-language", "fr"));
    VaadinSession spoken = VaadinSession.getCurrent();
    spoken.setLocale(Locale.ENGLISH);
    LanguageCookie.begin(
        spoken,
        new VaadinServletRequest(request, (VaadinServletService) VaadinService.getCurrent()),
        List.of(Locale.ENGLISH, Locale.FRENCH));
    session.language = Optional.empty();
    return spoken;
  }

  private static Locale openPage() {
    VaadinService.getCurrent().fireUIInitListeners(UI.getCurrent());
    return UI.getCurrent().getLocale();
  }

  @Test
  void memberWithoutALanguageReadsTheBrowsersAndNotThatOfTheMemberBefore() {
    VaadinSession spoken = sessionAfterAFrenchMember();
    assertThat(openPage()).as("the sign-in page").isEqualTo(Locale.FRENCH);

    session.person = Optional.of(new Person("Mia", "mia@firm.example", false, true, Set.of()));
    assertThat(openPage()).isEqualTo(Locale.ENGLISH);
    assertThat(spoken.getLocale()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void languageThatWasChosenOnTheSignInPageStays() {
    VaadinSession spoken = sessionAfterAFrenchMember();
    spoken.setLocale(Locale.GERMAN);

    session.person = Optional.of(new Person("Mia", "mia@firm.example", false, true, Set.of()));
    assertThat(openPage()).isEqualTo(Locale.GERMAN);
  }

  @Test
  void anUnknownAddressSaysSoAndShowsTheWayHome() {
    UI.getCurrent().navigate("no/such/page");

    assertThat(find(H1.class).single().getText()).isEqualTo("This page does not exist");
    assertThat(find(Anchor.class).all()).extracting(Anchor::getText).doesNotContain("Open the bin");
  }

  @Test
  void whoeverHasTheBinIsLedToWhatWasArchived() {
    session.person = Optional.of(new Person("Ada", "ada@example.org", false, true, Set.of("TIDY")));
    UI.getCurrent().navigate("contacts/of-somebody-archived");

    assertThat(find(Anchor.class).all())
        .filteredOn(link -> link.getText().equals("Open the bin"))
        .extracting(Anchor::getHref)
        .containsExactly("bin");
  }

  private void press(String text) {
    test(find(NativeButton.class)
            .withCondition(
                button ->
                    button
                        .getChildren()
                        .anyMatch(
                            child -> child instanceof Span span && span.getText().equals(text)))
            .single())
        .click();
  }

  private void enter(Person person) {
    session.person = Optional.of(person);
    navigate(Somewhere.class);
  }

  private List<String> places() {
    return find(Anchor.class, find(Navigation.class).single()).all().stream()
        .map(Anchor::getHref)
        .toList();
  }

  private List<String> hits() {
    return find(Anchor.class, find(Div.class).withClassName("search-hits").single()).all().stream()
        .map(Anchor::getHref)
        .toList();
  }

  @AnonymousAllowed
  @Route(value = "somewhere", layout = MainLayout.class)
  static class Somewhere extends Div {
    private static final long serialVersionUID = 1L;

    Somewhere() {
      add(new H1("Somewhere"));
    }
  }

  static class Session implements SignedIn {
    Optional<Person> person = Optional.empty();
    Optional<Locale> language = Optional.of(Locale.ENGLISH);
    final List<String> done = new ArrayList<>();

    @Override
    public Optional<Person> person() {
      return person;
    }

    @Override
    public Optional<Locale> language() {
      return language;
    }

    @Override
    public void chooseLanguage(Locale language) {
      done.add(language.toLanguageTag());
    }

    @Override
    public Scheme scheme() {
      return Scheme.SYSTEM;
    }

    @Override
    public void chooseScheme(Scheme scheme) {
      done.add(scheme.stored());
    }

    @Override
    public void lockNow() {
      done.add("lock");
    }

    @Override
    public Prover prover() {
      return new Prover() {
        @Override
        public ProofAnswer password(char[] password) {
          return new ProofAnswer.Wrong();
        }

        @Override
        public Optional<String> question() {
          return Optional.empty();
        }

        @Override
        public ProofAnswer passkey(String answer) {
          return new ProofAnswer.Wrong();
        }
      };
    }

    @Override
    public void signOut() {
      done.add("out");
    }

    @Override
    public String sessionsRoute() {
      return "profile/sessions";
    }

    @Override
    public String profileRoute() {
      return "profile";
    }
  }

  @Configuration
  @Import({PageStart.class, Catalogue.class})
  static class Beans {

    static final NavigationEntry contacts =
        NavigationEntry.forMembers("shell.list.search", Glyph.CONTACTS, "contacts", Group.WORK, 10);

    @Bean
    Session session() {
      return new Session();
    }

    @Bean
    NavigationEntry members() {
      return NavigationEntry.forAdministrators("shell.more", Glyph.MEMBERS, "members", 10);
    }

    @Bean
    NavigationEntry bin() {
      return NavigationEntry.forRight("TIDY", "shell.close", Glyph.TRASH, "bin", Group.TOOLS, 10);
    }

    @Bean
    NavigationEntry contacts() {
      return contacts;
    }

    @Bean
    GlobalSearch search() {
      return (query, limit) ->
          query.startsWith("z")
              ? List.of()
              : query.startsWith("Agro")
                  ? List.of(group("Jo Agroalfano", "contacts/2"), group(query, "companies/1"))
                  : List.of(
                      new GlobalSearch.Group(
                          "shell.list.search",
                          List.of(
                              new GlobalSearch.Hit("Camille Dubois", "Lille", "contacts/1", "")),
                          "contacts?q=" + query));
    }

    private static GlobalSearch.Group group(String title, String route) {
      return new GlobalSearch.Group(
          "shell.list.search", List.of(new GlobalSearch.Hit(title, "", route, "")), "");
    }
  }
}
