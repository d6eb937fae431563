package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who brings a file in. */
public record Wizard(Person person) {

  /** The patience that one needs for a large file. */
  private static final double WHILE_MILLIS = 300_000;

  /** As many people of one name, told apart by a number, with what is derived from both. */
  public static FilePayload table(String lastName, int rows) {
    String mail = lastName.toLowerCase(Locale.ROOT) + "@example.org";
    return table(
        lastName,
        rows,
        i ->
            "Nr%d,%s,nr%d.%s,+33 1 7%d %02d %02d %02d"
                .formatted(
                    i,
                    lastName,
                    i,
                    mail,
                    i / 1_000_000 % 10,
                    i / 10_000 % 100,
                    i / 100 % 100,
                    i % 100));
  }

  public static FilePayload table(String name, int rows, IntFunction<String> row) {
    return file(
        name, IntStream.rangeClosed(1, rows).mapToObj(row).collect(Collectors.joining("\n")));
  }

  public static FilePayload file(String name, String lines) {
    return new FilePayload(
        name + ".csv",
        "text/csv",
        ("First name,Last name,E-mail,Phone\n" + lines + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** From the file to the running import. */
  public void run(FilePayload file) {
    bring(file);
    person.picture("import-found");
    next();
    person.picture("import-mapping");
    next();
    awaitPreview();
    person.picture("import-preview");
    start();
  }

  /** The same in a hurry: what is being looked at beforehand is not waited for. */
  public void runAtOnce(FilePayload file) {
    bring(file);
    next();
    next();
    start();
  }

  public void bring(FilePayload file) {
    person.open("/import");
    person.picture("import");
    person.page().locator("vaadin-upload input[type=file]").setInputFiles(file);
    assertThat(step("exchange.step.found")).hasAttribute("aria-current", "step", patient());
  }

  public void next() {
    person.button("exchange.wizard.next").click();
  }

  public void awaitPreview() {
    assertThat(step("exchange.step.preview")).hasAttribute("aria-current", "step");
    assertThat(person.button("exchange.preview.stop"))
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(WHILE_MILLIS));
  }

  public void start() {
    person.button("exchange.wizard.start").click();
  }

  /** Waits until this many rows are brought in. */
  public void awaitRows(int rows) {
    Waits.until(person.page(), () -> rowsSoFar() >= rows, WHILE_MILLIS);
  }

  private int rowsSoFar() {
    String digits = state().innerText().replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** Waits until this stands where the import tells how far it is. */
  public void awaitState(String text) {
    assertThat(state())
        .hasText(text, new LocatorAssertions.HasTextOptions().setTimeout(WHILE_MILLIS));
  }

  /** Waits until the newest import is taken back. */
  public void awaitUndone() {
    assertThat(person.main().locator(".import-badge").first())
        .hasText(
            person.t("exchange.state.undone"),
            new LocatorAssertions.HasTextOptions().setTimeout(WHILE_MILLIS));
  }

  private Locator state() {
    return person.main().locator(".import-running .import-state");
  }

  private Locator step(String key) {
    return person
        .main()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(person.t(key)))
        .first();
  }

  private static LocatorAssertions.HasAttributeOptions patient() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(WHILE_MILLIS);
  }
}
