package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Way;
import eu.rempart.picture.TestPictures;
import eu.rempart.preview.OfficeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files are brought to a record, looked at, saved again, archived and brought back. */
class DocumentJourneyIT {

  private static final FilePayload TABLE =
      new FilePayload(
          "prices.csv",
          "text/csv",
          "Article;Price\nHemp;12\nFlax;9\n".getBytes(StandardCharsets.UTF_8));
  private static final FilePayload PICTURE =
      new FilePayload("harbour.png", "image/png", TestPictures.file("png", 900, 600));
  private static final FilePayload DISGUISED =
      new FilePayload(
          "invoice.pdf",
          "application/pdf",
          "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

  private static final FilePayload CONTRACT =
      new FilePayload("contract.pdf", "application/pdf", contract());

  private static byte[] contract() {
    try {
      return OfficeFiles.pdf("Hempstead agreement");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void aFileIsBroughtLookedAtAndBroughtBack(Way way) throws IOException {
    String lastName = "Paper" + way.toString().replace("-", "");
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.createContact("Paul", lastName, "");
      person.tab("document.list.title").click();
      person.sees(person.t("document.none.title"));
      person.picture("documents-none");
      bring(person, DISGUISED);
      person.isTold(person.t("document.refused.kind"));
      person.picture("documents-refused");
      bring(person, PICTURE);
      person.isTold(person.t("document.kept", "harbour"));
      bring(person, TABLE);
      person.isTold(person.t("document.kept", "prices"));
      Locator prices = line(person, "prices");
      assertThat(prices).isVisible();
      person.picture("documents");

      prices
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(person.t("document.preview")))
          .click();
      assertThat(person.dialog().locator(".preview-sheet td").first()).hasText("Article");
      person.picture("preview-sheet");
      person.dialogButton("shell.close").click();
      Download saved = person.page().waitForDownload(() -> prices.locator("a[download]").click());
      assertThat(saved.suggestedFilename()).isEqualTo("prices.csv");
      assertThat(Files.readAllBytes(saved.path())).isEqualTo(TABLE.buffer);

      line(person, "harbour").locator("a.document-title").click();
      assertThat(person.heading()).hasText("harbour");
      assertThat(person.main().locator("img.preview-page")).isVisible();
      person.picture("document");
      person.button("document.archive").click();
      person.isTold(person.t("document.archived"));
      Records.chooseInBin(person, "harbour");
      person.button("archive.restore").first().click();
      person.dialogButton("archive.restore").click();
      assertThat(person.dialog()).hasCount(0);
      person.open("/documents");
      assertThat(person.record("harbour").first()).isVisible();
      person.picture("documents-list");
      beginsHigh(person);
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void aConnectionThatBreaksIsWaitedForAndNothingIsSentTwice() throws IOException {
    byte[] content = new byte[6 << 20];
    new Random(7).nextBytes(content);
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/documents");
      AtomicInteger tries = new AtomicInteger();
      person
          .page()
          .route(
              "**/VAADIN/dynamic/resource/**",
              route -> {
                if (tries.incrementAndGet() == 1) {
                  route.abort("connectionreset");
                } else {
                  route.resume();
                }
              });
      bring(person, new FilePayload("film.bin", "application/octet-stream", content));
      person.isTold(person.t("document.kept", "film"));
      assertThat(tries.get()).isGreaterThanOrEqualTo(2);
      Download saved = person.page().waitForDownload(() -> download(person, "film").click());
      assertThat(Files.readAllBytes(saved.path())).isEqualTo(content);
    }
  }

  /** However it was started: a process of its own looks into the file (record 0050). */
  @Test
  void aPdfIsSeenAndFoundByItsWords() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/documents");
      bring(person, CONTRACT);
      person.isTold(person.t("document.kept", "contract"));
      person.openRecord("contract");
      assertThat(person.main().locator("img.preview-page")).isVisible();
      person.open("/documents");
      // reading takes its turn within half a minute
      await()
          .pollInSameThread()
          .pollInterval(Duration.ofSeconds(1))
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                person.open("/documents");
                person.search("hempstead");
                person.page().waitForTimeout(1_000);
                person.settle();
                return person.record("contract").count() == 1;
              });
    }
  }

  @Test
  void nothingOfAFileRunsHereAndStrangersGetNone() {
    FilePayload drawing =
        new FilePayload(
            "../../drawing.svg",
            "image/svg+xml",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8));
    String path;
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/documents");
      bring(person, drawing);
      person.isTold(person.t("document.kept", "drawing"));
      path = download(person, "drawing").getAttribute("href");
      APIResponse answer = person.page().request().get(path);
      assertThat(answer.headers())
          .containsEntry("content-type", "application/octet-stream")
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("content-security-policy", "sandbox; default-src 'none'");
      assertThat(answer.headers().get("content-disposition"))
          .startsWith("attachment")
          .contains("drawing.svg")
          .doesNotContain("..");
      assertThat(answer.headers().get("cache-control")).contains("no-store");
    }
    try (Person stranger = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      assertThat(stranger.page().request().get(path).text()).doesNotContain("alert(1)");
    }
  }

  /** Folders, search and upload stand close together, on a phone too, and keep their names. */
  private static void beginsHigh(Person person) {
    assertThat(person.button("document.folder.new")).isVisible();
    assertThat(person.main().getByLabel(person.t("document.upload.choose"))).hasCount(1);
    Axe.findsNothing(person);
    double folders = person.main().locator(".folders").boundingBox().y;
    assertThat(person.main().locator(".record-grid").boundingBox().y - folders).isLessThan(250);
  }

  private static void bring(Person person, FilePayload file) {
    person.page().locator(".upload-choose input[type=file]").setInputFiles(file);
  }

  /** Beside a document in the list of all. */
  private static Locator download(Person person, String title) {
    return person.main().getByLabel(person.t("document.download.of", title)).first();
  }

  /** On the page of the record that a document is about. */
  private static Locator line(Person person, String title) {
    return person
        .main()
        .locator(".document-line")
        .filter(new Locator.FilterOptions().setHasText(title));
  }
}
