package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.shell.text.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser, who knows what things are called in their language. */
public final class Person implements AutoCloseable {

  private static final Catalogue TEXTS = new Catalogue();
  private static final double PATIENCE_MILLIS = 60_000;
  private static final double CLICK_MILLIS = 3_000;

  /** What the browser itself complains of when an answer is an error, which journeys provoke. */
  private static final Pattern EXPECTED = Pattern.compile("Failed to load resource.*");

  private static final Pattern RECORD = Pattern.compile(".*/[a-z]+/[0-9a-f-]{36}.*");

  private final BrowserContext context;
  private final Page page;
  private final Way way;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  private Person(Way way, String url, Browser browser) {
    this.way = way;
    context =
        browser.newContext(
            way.looks()
                .setBaseURL(url)
                // the chain is checked by TlsIT
                .setIgnoreHTTPSErrors(browser.equals(Chromium.browser())));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            said.add(message.text() + " " + message.location());
            if (!EXPECTED.matcher(message.text()).matches()) {
              complaints.add(message.text());
            }
          }
        });
    page.onPageError(
        error -> {
          said.add(error);
          complaints.add(error);
        });
  }

  /** Sits down at a browser that knows nothing. */
  public static Person at(Installation installation, Way way) {
    return new Person(way, installation.url(), Chromium.browser());
  }

  /** Sits down at a browser that knows nothing, with an address to go to. */
  public static Person at(String url, Way way) {
    return new Person(way, url, Chromium.browser());
  }

  /** Sits down at a browser that trusts the installation. */
  public static Person at(Installation installation, Way way, Browser trusting) {
    return new Person(way, installation.url(), trusting);
  }

  public Page page() {
    return page;
  }

  public Way way() {
    return way;
  }

  /** What the browser complained of: scripts, the content security policy. */
  public List<String> complaints() {
    return complaints;
  }

  /** A text of the application in this person's language. */
  public String t(String key, Object... arguments) {
    String text = TEXTS.getTranslation(key, way.language(), arguments);
    if (text.equals(key)) {
      throw new IllegalArgumentException("there is no text for " + key);
    }
    return text;
  }

  public void signIn() {
    signIn(Installation.EMAIL, Installation.PASSWORD);
    assertThat(main()).isVisible();
    assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    chooseLanguage();
  }

  /** Members have a language of their own, which wins over the browser's. */
  private void chooseLanguage() {
    Locator skip = page.getByText(t("shell.skip"), new Page.GetByTextOptions().setExact(true));
    page.locator(".user-menu-button").waitFor();
    if (skip.count() == 0) {
      page.locator(".user-menu-button").click();
      page.getByRole(
              AriaRole.RADIO,
              new Page.GetByRoleOptions()
                  .setName(way.language().getLanguage().equals("fr") ? "Français" : "English"))
          .click(); // the page is loaded anew, so there is nothing left to check
      assertThat(skip).hasCount(1);
    }
  }

  public void signIn(String email, String password) {
    page.navigate("/login");
    type(field("account.email"), email);
    type(field("account.password"), password);
    button("account.signin").click();
  }

  /** Opens a path and waits until the view is there. */
  public void open(String path) {
    page.navigate(path);
    assertThat(main()).isVisible();
  }

  /** Goes on by a link inside a page, which asks the server without loading a page anew. */
  public void follow(String path) {
    Links.follow(page, path);
    settle();
  }

  /** Goes to a path as people do who are inside already: by a link, and nothing is loaded anew. */
  public void goTo(String path) {
    follow(path);
    assertThat(main()).isVisible();
  }

  public Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  public Locator field(String key) {
    return page.getByLabel(t(key), new Page.GetByLabelOptions().setExact(true));
  }

  public Locator button(String key, Object... arguments) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(t(key, arguments)).setExact(true));
  }

  public Locator tab(String key) {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(t(key)));
  }

  public Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** The question that is asked before something happens. */
  public Locator question() {
    return page.getByRole(AriaRole.ALERTDIALOG);
  }

  public Locator dialogButton(String key) {
    return dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(t(key)).setExact(true));
  }

  /** Says yes to a question by its button, which names what happens. */
  public void answer(String key) {
    question()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(t(key)).setExact(true))
        .click();
    assertThat(question()).hasCount(0);
  }

  /** Waits until the page has asked all its questions and got all answers. */
  public void settle() {
    Waits.inside(
        page,
        """
        () => Object.values(window.Vaadin?.Flow?.clients ?? {})
            .every(client => !client.isActive?.())
        """);
  }

  /** Waits until a notice says this. */
  public void isTold(String text) {
    assertThat(
            page.locator("vaadin-notification-card, [role=alert], [role=status]")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first())
        .isVisible();
  }

  public void sees(String text) {
    assertThat(main().getByText(text).first()).isVisible();
  }

  public void seesNot(String text) {
    assertThat(main().getByText(text)).hasCount(0);
  }

  /** Writes into a field as people do, key by key, in the place of what stands there. */
  public static void type(Locator field, String text) {
    if (!field.inputValue().isEmpty()) {
      field.press("ControlOrMeta+a");
      field.press("Delete");
    }
    field.pressSequentially(text);
  }

  /** Types into the list's search field. */
  public void search(String words) {
    type(field("shell.list.search"), words);
  }

  /** The link of a record in a list, whichever form the size gives it. */
  public Locator record(String title) {
    return page.locator("a.record-title:visible, a.record-card:visible")
        .filter(new Locator.FilterOptions().setHasText(title));
  }

  /** Follows the link of a record in a list, which may be filled anew while it is clicked. */
  public void openRecord(String title) {
    Waits.until(page, () -> clicked(record(title).first()));
    assertThat(heading()).hasText(title);
    recordUrl();
  }

  /** A record is drawn a moment before its address is there: waits for that, and answers it. */
  public String recordUrl() {
    assertThat(page).hasURL(RECORD);
    return page.url();
  }

  /** Until the record's address is there, Back would leave its list. */
  public void goBackFromRecord() {
    recordUrl();
    page.goBack();
  }

  private static boolean clicked(Locator link) {
    try {
      link.click(new Locator.ClickOptions().setTimeout(CLICK_MILLIS));
      return true;
    } catch (TimeoutError e) {
      return false; // it is another row's by now
    }
  }

  /** Makes a contact in its list and ends on its page. */
  public String createContact(String firstName, String lastName, String phone) {
    open("/contacts");
    button("contact.add").first().click();
    type(inDialog("contact.field.first_name"), firstName);
    type(inDialog("contact.field.last_name"), lastName);
    if (!phone.isEmpty()) {
      if (phoneField().count() == 0) {
        dialogButton("shell.field.phones.add").click();
      }
      type(phoneField(), phone);
    }
    dialogButton("contact.save").click();
    assertThat(heading()).hasText(firstName + " " + lastName);
    assertThat(page).hasURL(Pattern.compile(".*/contacts/[0-9a-f-]{36}.*"));
    return firstName + " " + lastName;
  }

  public Locator phoneField() {
    return inDialog("shell.field.phone");
  }

  private Locator inDialog(String key) {
    return dialog().getByLabel(t(key), new Locator.GetByLabelOptions().setExact(true));
  }

  public Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /** Keeps a picture where a folder is given by {@code rempart.pictures}; for people, no test. */
  public void picture(String name) {
    picture(name, false);
  }

  /** The same of all that the page has, also what is to be scrolled to. */
  void pictureOfAll(String name) {
    picture(name, true);
  }

  private void picture(String name, boolean all) {
    String folder = System.getProperty("rempart.pictures", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(all)
              .setPath(Path.of(folder, name + "-" + way + ".png")));
    }
  }

  @Override
  public void close() {
    Evidence.keep(page, said);
    context.close();
  }
}
